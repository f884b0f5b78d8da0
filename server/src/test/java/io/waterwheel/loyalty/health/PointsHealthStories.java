package io.waterwheel.loyalty.health;

import static io.waterwheel.loyalty.health.HealthStage.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.points.LotExpiry;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What an operator sees of a programme's points.
@ServerTest
class PointsHealthStories {

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
    private LotExpiry expiry;

    @Autowired
    private TestClock clock;

    private HealthStage stage;

    @BeforeEach
    void aBrand() {
        stage = new HealthStage(new CouponStage(brands, browsers, log, customers), ledger, clock);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void eachMonthEndsAtTheBrandsMidnightAndTheRatesAreThoseOfItsBooks() {
        CustomerNo lin = stage.coupons.customer("lin");
        CustomerNo han = stage.coupons.customer("han");
        stage.untilTheMonthEnds();
        LocalDate first = stage.month();
        LocalDate second = first.plusMonths(1);
        Instant tenth = stage.coupons.brand.startOf(second.plusDays(9));
        stage.earn(lin, "e1", 1_000, tenth);
        stage.earn(han, "e2", 500, null);
        stage.spend(lin, "s1", 300);

        clock.advance(Duration.ofMinutes(20));
        assertThat(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1))
                .as("elsewhere it is still the month before")
                .isEqualTo(first);
        stage.earn(han, "e3", 200, null);
        stage.takeBack(han, "e2", 100);
        stage.giveBack(lin, "s1", 50, tenth);
        clock.advance(Duration.ofDays(10));
        expiry.expireAll();

        JsonNode points = stage.health().path("points");
        assertThat(points.path("months")).hasSize(12);
        assertMonth(of(points, first), 1_500, 0, 300, 0, 1_200);
        assertMonth(of(points, second), 200, 100, -50, 750, 600);
        assertMonth(of(points, first.minusMonths(1)), 0, 0, 0, 0, 0);
        assertRate(of(points, first).path("burn"), 300, 1_500, 0.2);
        assertRate(points.path("burn"), 250, 1_600, 0.15625);
        assertRate(points.path("expiry"), 750, 1_600, 0.46875);
        assertThat(points.path("liability").asLong()).isEqualTo(600);
        assertThat(points.path("breakage").asDouble()).isEqualTo(0.75);
        assertThat(points.path("expectedBreakage").asLong()).isEqualTo(450);
        assertThat(stage.coupons
                        .operator
                        .get(stage.coupons.path("/points/reconciliation"))
                        .json()
                        .path("differences"))
                .isEmpty();
    }

    @Test
    void oneMonthAloneHasItsOwnRateAndTheLiabilityOfItsEnd() {
        CustomerNo lin = stage.coupons.customer("lin");
        stage.untilTheMonthEnds();
        String first = stage.month().toString().substring(0, 7);
        stage.earn(lin, "e1", 100, null);
        clock.advance(Duration.ofMinutes(20));
        stage.spend(lin, "s1", 40);

        JsonNode before = stage.health("?from=" + first + "&until=" + first).path("points");
        assertThat(before.path("months")).hasSize(1);
        assertRate(before.path("burn"), 0, 100, 0.0);
        assertThat(before.path("liability").asLong()).isEqualTo(100);
        JsonNode now = stage.health("?from=" + first).path("points");
        assertThat(now.path("months")).hasSize(2);
        assertRate(now.path("burn"), 40, 100, 0.4);
        assertThat(now.path("liability").asLong()).isEqualTo(60);
    }

    @Test
    void aBrandWithoutAProgrammeHasQuietMonthsAndNoRates() {
        JsonNode health = stage.health();
        assertThat(health.path("since").isNull()).isTrue();
        assertThat(health.path("points").path("months")).hasSize(12);
        assertThat(health.path("points").path("burn").path("rate").isNull()).isTrue();
        assertThat(health.path("points").path("breakage").isNull()).isTrue();
        assertThat(health.path("tiers").path("members").asLong()).isZero();
        assertThat(health.path("tiers").path("countedAt").isNull()).isTrue();
        assertThat(health.path("benefits").path("coupons")).isEmpty();
        assertThat(health.path("benefits").path("benefits")).isEmpty();
    }

    @Test
    void monthsThatAreNoneAreRefusedWithTheirPlace() {
        for (String query : new String[] {
            "?from=lately", "?until=2999-01", "?from=2999-01", "?until=2025-13", "?from=1999-01&until=2025-01"
        }) {
            Browser.Answer answer = stage.coupons.operator.get(stage.coupons.path("/loyalty/health" + query));
            assertThat(answer.code()).as(query).isEqualTo("invalid");
            assertThat(answer.text()).as(query).containsAnyOf("/from", "/until");
        }
        String path = stage.coupons.path("/loyalty/health");
        assertThat(browsers.open().get(path).status()).isEqualTo(401);
        assertThat(browsers.signedIn(Role.GUIDE).get(path).status()).isEqualTo(403);
    }

    private static void assertMonth(
            JsonNode month, long issued, long takenBack, long redeemed, long expired, long liability) {
        assertThat(month.path("issued").asLong()).as("issued").isEqualTo(issued);
        assertThat(month.path("takenBack").asLong()).as("taken back").isEqualTo(takenBack);
        assertThat(month.path("redeemed").asLong()).as("redeemed").isEqualTo(redeemed);
        assertThat(month.path("expired").asLong()).as("expired").isEqualTo(expired);
        assertThat(month.path("liability").asLong()).as("liability").isEqualTo(liability);
    }

    private static void assertRate(JsonNode rate, long part, long whole, double share) {
        assertThat(rate.path("part").asLong()).isEqualTo(part);
        assertThat(rate.path("whole").asLong()).isEqualTo(whole);
        assertThat(rate.path("rate").asDouble()).isEqualTo(share);
    }
}
