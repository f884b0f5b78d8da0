package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The tiers of members who come with a year behind them.
@ServerTest
class PastTierStories {

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

    @Autowired
    private PastProgramme past;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void tiersWereReachedWhenTheOrdersWerePaidAndAreToldOnce() {
        TierStage stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        Brand brand = stage.coupons.brand;
        Instant now = clock.instant();
        Instant lifted = now.minus(Duration.ofDays(100));
        CustomerNo mei = stage.append(TestEvents.event(
                brand, stage.subject("mei"), EventNames.MEMBER_JOINED, now.minus(Duration.ofDays(500)), "{}"));
        stage.append(TestEvents.order(brand, stage.subject("mei"), "old", "1200", now.minus(Duration.ofDays(450))));
        stage.append(TestEvents.order(brand, stage.subject("mei"), "new", "5200", lifted));
        stage.publish(List.of(BASE), TIERS);
        await().atMost(CouponStage.PATIENCE).until(() -> !stage.memberships(mei).isEmpty());
        Instant since = now.minus(Duration.ofDays(365));
        CustomerNo come = past.tiers(brand, since, null);
        assertThat(come).isEqualTo(mei);
        assertThat(past.tiers(brand, since, come)).isNull();
        past.tiers(brand, since, null);

        stage.coupons.told(mei, EventNames.TIER_UPGRADED, 1);
        assertThat(stage.tier(mei)).isEqualTo("gold");
        assertThat(Instant.parse(stage.memberships(mei).at("/0/tierSince").asString()))
                .isBetween(lifted.minusSeconds(1), lifted.plusSeconds(1));
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.coupons
                                .operator
                                .get(stage.coupons.path("/loyalty/health"))
                                .json()
                                .at("/tiers/months")
                                .valueStream()
                                .filter(one -> one.path("up").asLong() > 0)
                                .map(one -> one.path("month").asString()))
                        .containsExactly(brand.monthOf(lifted).toString()));
    }
}
