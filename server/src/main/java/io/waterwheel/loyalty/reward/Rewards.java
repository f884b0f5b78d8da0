package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.REWARD;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.CouponTemplateId;
import java.time.Instant;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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
        var row = transaction
                .insertInto(REWARD)
                .set(REWARD.BRAND_ID, occasion.brand.value())
                .set(REWARD.KEY, occasion.key)
                .set(REWARD.OPENED_NO, occasion.customer.value())
                .set(REWARD.CUSTOMER_NO, occasion.customer.value())
                .set(REWARD.AT, occasion.at)
                .set(REWARD.REASON, occasion.reason)
                .set(REWARD.DETAILS, JSONB.valueOf(json.writeValueAsString(occasion.values)))
                .set(REWARD.STATE, "due");
        var filled = switch (reward) {
            case Reward.OfPoints(long points) ->
                row.set(REWARD.KIND, "points").set(REWARD.POINTS, points).set(REWARD.CHANCES, 0);
            case Reward.OfCoupon(CouponTemplateId template) ->
                row.set(REWARD.KIND, "coupon")
                        .set(REWARD.POINTS, 0L)
                        .set(REWARD.CHANCES, 0)
                        .set(REWARD.TEMPLATE_ID, template.value());
            case Reward.OfChances(String draw, int chances) ->
                row.set(REWARD.KIND, "chances")
                        .set(REWARD.POINTS, 0L)
                        .set(REWARD.CHANCES, chances)
                        .set(REWARD.DRAW_ID, Long.parseLong(draw));
        };
        filled.onConflictDoNothing().execute();
    }
}
