package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A membership that is paid by the month, bought on the last day of a long one.
@ServerTest
class MonthlyMembershipStories {

    private static final String PLANS =
            "'plans':[{'id':'month','name':'月卡','tier':'gold','price':30,'months':1,'refund':'unusedDays'}]";

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
    private CustomerNo lin;
    private LocalDate first;

    @BeforeEach
    void aMemberOnTheLastDayOfJanuary() {
        stage = new TierStage(new CouponStage(brands, browsers, log, customers), log, clock);
        stage.publish(List.of(BASE), TIERS, PLANS);
        lin = stage.joins("lin");
        LocalDate today = stage.coupons.brand.dayOf(clock.instant());
        // A year whose February has 28 days.
        int year = today.getYear() + 1;
        while (LocalDate.of(year, 1, 1).isLeapYear()) {
            year++;
        }
        first = LocalDate.of(year, 1, 31);
        Instant noon =
                first.atTime(LocalTime.NOON).atZone(stage.coupons.brand.zone()).toInstant();
        clock.advance(Duration.between(clock.instant(), noon));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void noRenewalIsShorterBecauseFebruaryIs() {
        for (int i = 1; i <= 14; i++) {
            sold("P" + i);
            assertThat(day("P" + i, "until")).as("renewal %s", i).isEqualTo(first.plusMonths(i));
        }
    }

    @Test
    void whoRenewsMonthByMonthEndsOnTheLastDayAgain() {
        sold("P1");
        clock.advance(Duration.ofDays(20));
        sold("P2");
        clock.advance(Duration.ofDays(30));
        sold("P3");
        assertThat(day("P3", "until")).isEqualTo(first.plusMonths(3));
    }

    @Test
    void aRenewalGivenBackBeforeItBeganLeavesWhatStoodHadItNeverBeenSold() {
        for (int i = 1; i <= 4; i++) {
            sold("P" + i);
        }
        clock.advance(Duration.ofDays(5));
        assertThat(stage.refund(lin, "P2").status()).isEqualTo(200);
        assertThat(day("P3", "from")).isEqualTo(first.plusMonths(1));
        assertThat(day("P3", "until")).isEqualTo(first.plusMonths(2));
        assertThat(day("P4", "until")).isEqualTo(first.plusMonths(3));
        sold("P5");
        assertThat(day("P5", "until")).isEqualTo(first.plusMonths(4));
    }

    @Test
    void behindAPeriodThatIsCutOffDaysAreKeptAndMonthsAreCountedFromThen() {
        sold("P1");
        sold("P2");
        clock.advance(Duration.ofDays(10));
        LocalDate cut = first.plusDays(10);
        assertThat(stage.refund(lin, "P1").status()).isEqualTo(200);
        assertThat(day("P2", "from")).isEqualTo(cut);
        LocalDate end = cut.plusDays(31);
        assertThat(day("P2", "until")).as("the days of March").isEqualTo(end);
        sold("P3");
        sold("P4");
        assertThat(day("P3", "until")).isEqualTo(end.plusMonths(1));
        assertThat(stage.refund(lin, "P3").status()).isEqualTo(200);
        assertThat(day("P4", "until")).isEqualTo(end.plusMonths(1));
    }

    @Test
    void whoComesBackAfterAnEndBeginsAnew() {
        sold("P1");
        clock.advance(Duration.ofDays(40));
        sold("P2");
        assertThat(day("P2", "until")).isEqualTo(first.plusDays(40).plusMonths(1));
    }

    private void sold(String key) {
        assertThat(stage.sell(lin, key, "month").status()).isEqualTo(204);
    }

    private LocalDate day(String key, String end) {
        return stage.coupons.brand.dayOf(Instant.parse(stage.coupons
                .operator
                .get(stage.coupons.path("/customers/" + lin + "/paid-memberships"))
                .json()
                .valueStream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow()
                .path(end)
                .asString()));
    }
}
