package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.Reward;
import io.waterwheel.loyalty.RewardRequest;
import io.waterwheel.loyalty.Rewards;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Takes down what is asked for; [DueRewards] gives it.
@Component
class RewardDesk implements Rewards {

    private final DSLContext database;
    private final EventLog log;
    private final InstantSource clock;

    RewardDesk(DSLContext database, EventLog log, InstantSource clock) {
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
                REWARD.BRAND_ID,
                REWARD.KEY,
                REWARD.OPENED_NO,
                REWARD.CUSTOMER_NO,
                REWARD.POINTS,
                REWARD.TEMPLATE_ID,
                REWARD.ORIGIN,
                REWARD.ASKED_AT,
                REWARD.POSITION);
        Instant now = clock.instant();
        long end = log.end();
        for (RewardRequest request : requests) {
            rows.row(
                    brand.id().value(),
                    request.key(),
                    request.customer().value(),
                    request.customer().value(),
                    request.reward() instanceof Reward.OfPoints(var points) ? points.value() : null,
                    request.reward() instanceof Reward.OfCoupon(var template) ? template.value() : null,
                    request.origin(),
                    now,
                    end);
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(REWARD, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
    }
}
