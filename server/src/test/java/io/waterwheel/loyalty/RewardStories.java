package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static io.waterwheel.loyalty.generated.Tables.REWARD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.Rewards;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What was decided is handed out, whatever becomes of others.
@ServerTest
class RewardStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PointsLedger ledger;

    @Autowired
    private Rewards rewards;

    @Autowired
    private DSLContext database;

    @Test
    void whatIsNotThereAnyMoreIsSetAsideWithItsReasonAndTheOthersHaveTheirs() {
        MallStage stage = new MallStage(new CouponStage(brands, browsers, log, customers), log, ledger);
        CustomerNo lin = stage.member("lin", 0);
        String template = stage.coupons.template(TWENTY_FROM_HUNDRED);
        // More than are handed out at once.
        List<Rewards.Occasion> many = IntStream.range(0, 600)
                .mapToObj(i -> occasion(stage, lin, "gone" + i))
                .toList();
        rewards.give(database, many, new Reward.OfCoupon(new CouponTemplateId(Long.MAX_VALUE)));
        rewards.give(database, occasion(stage, lin, "draw"), new Reward.OfChances("999999999999", 1));
        rewards.give(database, occasion(stage, lin, "coupon"), new Reward.OfCoupon(CouponTemplateId.of(template)));
        rewards.give(database, occasion(stage, lin, "points"), new Reward.OfPoints(7));
        await().atMost(CouponStage.PATIENCE)
                .until(() -> stage.coupons.coupons(lin).size() == 1 && stage.points(lin) == 7);
        await().atMost(CouponStage.PATIENCE).until(() -> notes(stage, "due") == 0);
        assertThat(notes(stage, "refused")).isEqualTo(601);
        assertThat(database.selectDistinct(REWARD.NOTE)
                        .from(REWARD)
                        .where(REWARD.BRAND_ID.eq(stage.coupons.brand.id().value()))
                        .and(REWARD.STATE.eq("refused"))
                        .fetch(REWARD.NOTE))
                .containsExactly("gone");
    }

    private int notes(MallStage stage, String state) {
        return database.fetchCount(
                REWARD, REWARD.BRAND_ID.eq(stage.coupons.brand.id().value()), REWARD.STATE.eq(state));
    }

    private static Rewards.Occasion occasion(MallStage stage, CustomerNo customer, String key) {
        return new Rewards.Occasion(
                stage.coupons.brand.id(), customer, key, Instant.now(), "benefit", Map.of("benefit", "x"));
    }
}
