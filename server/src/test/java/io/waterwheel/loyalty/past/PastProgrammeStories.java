package io.waterwheel.loyalty.past;

import static io.waterwheel.loyalty.CouponStage.PATIENCE;
import static io.waterwheel.loyalty.CouponStage.TWENTY_FROM_HUNDRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.loyalty.CouponStage;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.PastCoupon;
import io.waterwheel.loyalty.PastDay;
import io.waterwheel.loyalty.PastProgramme;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.loyalty.ProgrammeKits;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A brand comes with a programme it had before.
@ServerTest
class PastProgrammeStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private EventLog log;

    @Autowired
    private Customers customers;

    @Autowired
    private PastProgramme past;

    @Autowired
    private ProgrammeKits kits;

    @Autowired
    private TestClock clock;

    private CouponStage stage;
    private CustomerNo lin;
    private LocalDate month;

    @BeforeEach
    void aBrandWithAMember() {
        stage = new CouponStage(brands, browsers, log, customers);
        lin = stage.customer("lin");
        month = stage.brand.dayOf(clock.instant()).withDayOfMonth(1).minusMonths(3);
    }

    @Test
    void whatWasEarnedSpentAndLostStandsInItsOwnMonthAndOnlyOnce() {
        List<PastDay> days = List.of(
                day(month, earn("e1", 100, month.plusMonths(2)), spend("s1", 30)),
                day(month.plusMonths(1), earn("e2", 50, null)),
                day(month.plusMonths(2).plusDays(1)));
        past.points(stage.brand, days);
        past.points(stage.brand, days);

        JsonNode months = stage.operator.get(stage.path("/points/liability")).json();
        assertThat(months).hasSize(3);
        assertMonth(months.path(0), month, 100, 30, 0, 70);
        assertMonth(months.path(1), month.plusMonths(1), 50, 0, 0, 120);
        assertMonth(months.path(2), month.plusMonths(2), 0, 0, 70, 50);
        assertThat(stage.operator
                        .get(stage.path("/points/reconciliation"))
                        .json()
                        .path("differences"))
                .isEmpty();
    }

    @Test
    void daysThatGoBackAreRefusedAndNothingIsBooked() {
        assertThatThrownBy(() -> past.points(
                        stage.brand,
                        List.of(day(month.plusMonths(1), earn("e2", 50, null)), day(month, earn("e1", 100, null)))))
                .hasMessageContaining("earliest");
        assertThat(stage.operator.get(stage.path("/points/liability")).json()).isEmpty();
    }

    @Test
    void couponsKeepTheMonthTheyWereUsedInAndExpireWhereNobodyDid() {
        String template = stage.template(TWENTY_FROM_HUNDRED);
        Instant then = stage.brand.startOf(month);
        PastCoupon used = new PastCoupon(
                "past/1", lin, "batch", then, new PastCoupon.Redeemed(then.plusSeconds(60), "s1", "A1", 2_000));
        PastCoupon unused = new PastCoupon("past/2", lin, "batch", then, null);
        past.coupons(stage.brand, CouponTemplateId.of(template), List.of(used, unused));
        past.coupons(stage.brand, CouponTemplateId.of(template), List.of(used, unused));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stage.coupons(lin).stream()
                                .map(coupon -> coupon.path("state").asString()))
                        .containsExactlyInAnyOrder("redeemed", "expired"));
        await().atMost(PATIENCE)
                .until(() -> stage.figures(template).path("redeemed").asInt() == 1);
        JsonNode figures = stage.figures(template);
        assertThat(figures.path("issued").asInt()).isEqualTo(2);
        assertThat(figures.path("spent").asLong()).isEqualTo(2_000);
        String first = month.toString().substring(0, 7);
        JsonNode health = stage.operator
                .get(stage.path("/loyalty/health?from=" + first + "&until=" + first))
                .json();
        assertThat(health.at("/benefits/total/redeemed").asInt()).isEqualTo(1);
    }

    @Test
    void aKitThatIsWrongSomewhereMakesNothing() {
        String kit = "{\"programme\": {\"earn\": []}, \"coupons\": {}, \"draws\": {}, \"mall\": [], \"tasks\": [],"
                + " \"benefits\": [], \"checkIn\": {\"active\": true, \"points\": [5], \"bonuses\": []}}";
        assertThatThrownBy(() -> kits.open(stage.brand, kit)).hasMessageContaining("programme-invalid");
        assertThat(stage.operator
                        .get(stage.path("/check-in/rule"))
                        .json()
                        .path("active")
                        .asBoolean())
                .isFalse();
    }

    private PastDay day(LocalDate day, PointsCommand... commands) {
        return new PastDay(stage.brand.startOf(day.plusDays(1)).minusSeconds(1), List.of(commands));
    }

    private PointsCommand earn(String key, long points, @Nullable LocalDate lost) {
        return new PointsCommand.Earn(
                occasion(key), new Points(points), null, lost == null ? null : stage.brand.startOf(lost));
    }

    private PointsCommand spend(String key, long points) {
        return new PointsCommand.Spend(occasion(key), new Points(points), Payee.MALL);
    }

    private Occasion occasion(String key) {
        return new Occasion(stage.brand.id(), lin, key, stage.brand.startOf(month), PointsReason.of("order"));
    }

    private static void assertMonth(
            JsonNode found, LocalDate month, long issued, long spent, long expired, long liability) {
        assertThat(found.path("month").asString()).isEqualTo(month.toString());
        assertThat(found.path("issued").asLong()).as("issued").isEqualTo(issued);
        assertThat(found.path("spent").asLong()).as("spent").isEqualTo(spent);
        assertThat(found.path("expired").asLong()).as("expired").isEqualTo(expired);
        assertThat(found.path("liability").asLong()).as("liability").isEqualTo(liability);
    }
}
