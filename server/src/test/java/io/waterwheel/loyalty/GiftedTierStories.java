package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A tier that was given helps as long as it lasts, and no day longer.
@ServerTest
class GiftedTierStories {

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Customers customers;

    private TierStage stage;

    @BeforeEach
    void aBrand() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        publish();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private void publish() {
        stage.publish(
                List.of(
                        BASE,
                        multiply("silver", "2", "{'type':'tier','tiers':['silver']}"),
                        multiply("gold", "3", "{'type':'tier','tiers':['gold']}")),
                TIERS);
    }

    @Test
    void whoWasGivenSilverForAMonthEarnsDoubleForAMonthAndThenLikeAnybody() {
        CustomerNo lin = stage.joins("lin");
        earns(lin, "lin", "A1", 10);
        assertThat(stage.give(lin, "G1", "silver", Duration.ofDays(30)).status())
                .isEqualTo(204);
        earns(lin, "lin", "A2", 20);
        clock.advance(Duration.ofDays(29));
        earns(lin, "lin", "A3", 20);
        clock.advance(Duration.ofDays(2));
        earns(lin, "lin", "A4", 10);
        assertThat(stage.tier(lin)).as("what they reached by themselves").isEqualTo("member");
    }

    @Test
    void whoReachedSilverAndWasGivenGoldIsSilverAgainAfterwards() {
        CustomerNo hua = stage.joins("hua");
        stage.orders("hua", "B0", "1000");
        stage.untilTier(hua, "silver");
        stage.give(hua, "G1", "gold", Duration.ofDays(10));
        earns(hua, "hua", "B1", 30);
        clock.advance(Duration.ofDays(11));
        earns(hua, "hua", "B2", 20);
    }

    @Test
    void aGiftBelowWhatTheyReachedChangesNothing() {
        CustomerNo hua = stage.joins("hua");
        stage.orders("hua", "B0", "5000");
        stage.untilTier(hua, "gold");
        stage.give(hua, "G1", "silver", Duration.ofDays(10));
        earns(hua, "hua", "B1", 30);
    }

    /// For an order of ten yuan.
    private void earns(CustomerNo customer, String member, String number, long points) {
        clock.advance(Duration.ofSeconds(1));
        int before = stage.earnings(customer);
        stage.orders(member, number, "10");
        await().atMost(CouponStage.PATIENCE).until(() -> stage.earnings(customer) > before);
        assertThat(stage.lastEarned(customer)).as(number).isEqualTo(points);
    }
}
