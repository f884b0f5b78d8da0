package io.waterwheel.loyalty.request;

import static io.waterwheel.loyalty.generated.Tables.REWARD_REQUEST;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.RequestedReward;
import io.waterwheel.loyalty.RewardRequest;
import io.waterwheel.loyalty.RewardRequests;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Takes down what is asked for; [DueRequests] gives it.
@Component
class RewardRequestDesk implements RewardRequests {

    private final DSLContext database;
    private final EventLog log;
    private final InstantSource clock;

    RewardRequestDesk(DSLContext database, EventLog log, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public void ask(Brand brand, Collection<RewardRequest> requests) {
        if (requests.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                REWARD_REQUEST.BRAND_ID,
                REWARD_REQUEST.KEY,
                REWARD_REQUEST.OPENED_NO,
                REWARD_REQUEST.CUSTOMER_NO,
                REWARD_REQUEST.POINTS,
                REWARD_REQUEST.TEMPLATE_ID,
                REWARD_REQUEST.ORIGIN,
                REWARD_REQUEST.ASKED_AT,
                REWARD_REQUEST.POSITION);
        Instant now = clock.instant();
        long end = log.end();
        for (RewardRequest request : requests) {
            rows.row(
                    brand.id().value(),
                    request.key(),
                    request.customer().value(),
                    request.customer().value(),
                    request.reward() instanceof RequestedReward.OfPoints(var points) ? points.value() : null,
                    request.reward() instanceof RequestedReward.OfCoupon(var template) ? template.value() : null,
                    request.origin(),
                    now,
                    end);
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(REWARD_REQUEST, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
    }
}
