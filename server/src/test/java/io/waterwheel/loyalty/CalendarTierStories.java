package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tiers by the calendar year: what was bought in it decides, once its days of grace are over.
@ServerTest
class CalendarTierStories {

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
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void whoBoughtEnoughInTheYearKeepsTheTierAndWhoDidNotLosesItAfterTheDaysOfGrace() {
        stage.publish(List.of(BASE), byYear(1, "oneStep"));
        int year = nextYear();
        on(LocalDate.of(year, 3, 1));
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "5000");
        stage.untilTier(lin, "gold");
        on(LocalDate.of(year + 1, 1, 5));
        stage.coupons.told(lin, EventNames.TIER_KEPT, 0);
        on(LocalDate.of(year + 1, 1, 12));
        stage.coupons.told(lin, EventNames.TIER_KEPT, 1);
        assertThat(stage.tier(lin)).isEqualTo("gold");

        on(LocalDate.of(year + 1, 6, 1));
        stage.orders("lin", "A2", "1500");
        on(LocalDate.of(year + 2, 1, 9));
        assertThat(stage.tier(lin)).as("in the days of grace").isEqualTo("gold");
        on(LocalDate.of(year + 2, 1, 12));
        stage.untilTier(lin, "silver");
        stage.coupons.told(lin, EventNames.TIER_DOWNGRADED, 1);
        on(LocalDate.of(year + 3, 1, 12));
        stage.untilTier(lin, "member");
        stage.coupons.told(lin, EventNames.TIER_DOWNGRADED, 2);
    }

    @Test
    void whoMakesUpForItInTheDaysOfGraceKeepsTheTier() {
        stage.publish(List.of(BASE), byYear(1, "oneStep"));
        int year = nextYear();
        on(LocalDate.of(year, 3, 1));
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "5000");
        stage.untilTier(lin, "gold");
        on(LocalDate.of(year + 1, 1, 12));
        stage.coupons.told(lin, EventNames.TIER_KEPT, 1);
        on(LocalDate.of(year + 1, 6, 1));
        stage.orders("lin", "A2", "4000");
        on(LocalDate.of(year + 2, 1, 8));
        stage.orders("lin", "A3", "1000");
        on(LocalDate.of(year + 2, 1, 12));
        stage.coupons.told(lin, EventNames.TIER_KEPT, 2);
        assertThat(stage.tier(lin)).isEqualTo("gold");
    }

    @Test
    void aYearThatBeginsInAprilEndsInAprilAndDropsToWhatWasReached() {
        stage.publish(List.of(BASE), byYear(4, "toReached"));
        int year = nextYear();
        on(LocalDate.of(year, 5, 1));
        CustomerNo lin = stage.joins("lin");
        stage.orders("lin", "A1", "5000");
        stage.untilTier(lin, "gold");
        on(LocalDate.of(year + 1, 4, 12));
        stage.coupons.told(lin, EventNames.TIER_KEPT, 1);
        on(LocalDate.of(year + 2, 3, 30));
        assertThat(stage.tier(lin)).isEqualTo("gold");
        on(LocalDate.of(year + 2, 4, 12));
        stage.untilTier(lin, "member");
        stage.coupons.told(lin, EventNames.TIER_DOWNGRADED, 1);
    }

    /// With ten days of grace.
    private static String byYear(int firstMonth, String downgrade) {
        return "'tiers':{'basis':'spend','period':{'type':'calendar','firstMonth':" + firstMonth + "},'downgrade':'"
                + downgrade + "','graceDays':10,'onRefund':'atOnce','tiers':["
                + "{'id':'member','name':'普通','threshold':0},{'id':'silver','name':'银卡','threshold':1000},"
                + "{'id':'gold','name':'金卡','threshold':5000}]}";
    }

    private int nextYear() {
        return brand().dayOf(clock.instant()).getYear() + 1;
    }

    /// Noon of a day to come.
    private void on(LocalDate day) {
        clock.advance(Duration.between(clock.instant(), brand().startOf(day).plus(Duration.ofHours(12))));
    }

    private Brand brand() {
        return stage.coupons.brand;
    }
}
