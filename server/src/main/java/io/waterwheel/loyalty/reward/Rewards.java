package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.loyalty.CouponTemplateId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Decides that somebody gets something, in the transaction of what they get it for. It is handed out
/// afterwards, by [DueRewards].
@Component
public class Rewards {

    private final JsonMapper json;

    Rewards(JsonMapper json) {
        this.json = json;
    }

    /// For what.
    ///
    /// @param key    names the occasion within the brand: for each, there is one reward
    /// @param reason a code that the ledger has words for
    /// @param values what these words need
    public record Occasion(
            BrandId brand, CustomerNo customer, String key, Instant at, String reason, Map<String, String> values) {}

    public void give(DSLContext transaction, Occasion occasion, Reward reward) {
        give(transaction, List.of(occasion), reward);
    }

    /// The same reward to many.
    public void give(DSLContext transaction, Collection<Occasion> occasions, Reward reward) {
        if (occasions.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(
                REWARD.BRAND_ID,
                REWARD.KEY,
                REWARD.OPENED_NO,
                REWARD.CUSTOMER_NO,
                REWARD.AT,
                REWARD.REASON,
                REWARD.DETAILS,
                REWARD.STATE,
                REWARD.KIND,
                REWARD.POINTS,
                REWARD.TEMPLATE_ID,
                REWARD.DRAW_ID,
                REWARD.CHANCES);
        for (Occasion occasion : occasions) {
            rows.row(
                    occasion.brand.value(),
                    occasion.key,
                    occasion.customer.value(),
                    occasion.customer.value(),
                    occasion.at,
                    occasion.reason,
                    JSONB.valueOf(json.writeValueAsString(occasion.values)),
                    "due",
                    kind(reward),
                    reward instanceof Reward.OfPoints(long points) ? points : 0L,
                    reward instanceof Reward.OfCoupon(CouponTemplateId template) ? template.value() : null,
                    reward instanceof Reward.OfChances(String draw, var _) ? Long.valueOf(draw) : null,
                    reward instanceof Reward.OfChances(var _, int chances) ? chances : 0);
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(REWARD, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
    }

    private static String kind(Reward reward) {
        return switch (reward) {
            case Reward.OfPoints _ -> "points";
            case Reward.OfCoupon _ -> "coupon";
            case Reward.OfChances _ -> "chances";
        };
    }
}
