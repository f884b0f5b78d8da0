package io.waterwheel.loyalty.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.CouponStage;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.DebtRule;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A brand whose points are booked on both sides of its midnight, and whose health is read as the console does.
final class HealthStage {

    final CouponStage coupons;
    private final PointsLedger ledger;
    private final TestClock clock;

    HealthStage(CouponStage coupons, PointsLedger ledger, TestClock clock) {
        this.coupons = coupons;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// The first day of the brand's month.
    LocalDate month() {
        return coupons.brand.dayOf(clock.instant()).withDayOfMonth(1);
    }

    /// To ten minutes before the brand's month ends: elsewhere it goes on for hours.
    void untilTheMonthEnds() {
        Instant end = coupons.brand.startOf(month().plusMonths(1));
        clock.advance(Duration.between(clock.instant(), end).minusMinutes(10));
    }

    void earn(CustomerNo customer, String key, long points, @Nullable Instant until) {
        book(new PointsCommand.Earn(occasion(customer, key), new Points(points), null, until));
    }

    void spend(CustomerNo customer, String key, long points) {
        book(new PointsCommand.Spend(occasion(customer, key), new Points(points), Payee.MALL));
    }

    void takeBack(CustomerNo customer, String earned, long points) {
        book(new PointsCommand.TakeBack(
                occasion(customer, "back:" + earned), earned, new Points(points), DebtRule.OTHERS_THEN_DEBT));
    }

    void giveBack(CustomerNo customer, String spent, long points, @Nullable Instant until) {
        book(new PointsCommand.GiveBack(occasion(customer, "back:" + spent), spent, new Points(points), until));
    }

    private Occasion occasion(CustomerNo customer, String key) {
        return new Occasion(coupons.brand.id(), customer, key, clock.instant(), PointsReason.of("grant"));
    }

    private void book(PointsCommand command) {
        assertThat(ledger.book(List.of(command)).getFirst()).isInstanceOf(Booking.Booked.class);
    }

    JsonNode health() {
        return health("");
    }

    /// @param query such as `?from=2025-11`
    JsonNode health(String query) {
        Browser.Answer answer = coupons.operator.get(coupons.path("/loyalty/health" + query));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// What `months` of a part says of a month.
    static JsonNode of(JsonNode part, LocalDate month) {
        return part.path("months")
                .valueStream()
                .filter(one -> one.path("month").asString().equals(month.toString()))
                .findFirst()
                .orElseThrow();
    }
}
