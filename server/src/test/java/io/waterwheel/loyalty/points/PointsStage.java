package io.waterwheel.loyalty.points;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.loyalty.PointsCommand.Payee;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsReason;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A brand with members whose points are booked as programmes do, and read as people do.
final class PointsStage {

    final Brand brand;
    final Browser operator;

    private final PointsLedger ledger;
    private final EventLog log;
    private final TestClock clock;

    PointsStage(Brand brand, Browsers browsers, PointsLedger ledger, EventLog log, TestClock clock) {
        this.brand = brand;
        this.operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "zh");
        this.ledger = ledger;
        this.log = log;
        this.clock = clock;
    }

    CustomerNo member(String number) {
        EventLog.Appended appended = log.append(List.of(TestEvents.event(
                        brand, TestEvents.member(number), EventNames.MEMBER_JOINED, Instant.now(), "{}")))
                .getFirst();
        return Objects.requireNonNull(((EventLog.Appended.Written) appended).customer());
    }

    Occasion occasion(CustomerNo customer, String key) {
        return new Occasion(
                brand.id(), customer, key, clock.instant(), new PointsReason("order", Map.of("order_id", key)));
    }

    Booking earn(CustomerNo customer, String key, long points, @Nullable Instant from, @Nullable Instant until) {
        return book(new PointsCommand.Earn(occasion(customer, key), new Points(points), from, until));
    }

    Booking spend(CustomerNo customer, String key, long points) {
        return book(new PointsCommand.Spend(occasion(customer, key), new Points(points), Payee.MALL));
    }

    Booking book(PointsCommand command) {
        return ledger.book(List.of(command)).getFirst();
    }

    String api(CustomerNo customer) {
        return "/api/brands/" + brand.key() + "/customers/" + customer + "/points";
    }

    JsonNode read(String path) {
        Browser.Answer answer = operator.get("/api/brands/" + brand.key() + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    /// Available, pending, frozen and owed, as the server tells a person and the ledger a programme.
    List<Long> has(CustomerNo customer) {
        JsonNode told = read("/customers/" + customer + "/points");
        PointsBalance balance =
                ledger.balances(brand.id(), List.of(customer)).getOrDefault(customer, PointsBalance.EMPTY);
        List<Long> has = List.of(
                told.path("available").asLong(),
                told.path("pending").asLong(),
                told.path("frozen").asLong(),
                told.path("debt").asLong());
        assertThat(has)
                .containsExactly(
                        balance.available().value(),
                        balance.pending().value(),
                        balance.frozen().value(),
                        balance.debt().value());
        return has;
    }

    List<String> kinds(CustomerNo customer) {
        return read("/customers/" + customer + "/points/entries")
                .path("items")
                .valueStream()
                .map(line -> line.path("kind").asString())
                .toList();
    }

    /// That the whole of the brand's ledger adds up.
    void addsUp() {
        JsonNode found = read("/points/reconciliation");
        assertThat(found.path("differences").valueStream().toList()).isEmpty();
        assertThat(read("/points/trial-balance").path("sum").asLong(-1)).isZero();
    }
}
