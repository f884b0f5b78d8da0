package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/// A brand whose programme counts, with members that do things at the test's time.
final class TierStage {

    final CouponStage coupons;
    private final EventLog log;
    private final TestClock clock;

    TierStage(CouponStage coupons, EventLog log, TestClock clock) {
        this.coupons = coupons;
        this.log = log;
        this.clock = clock;
    }

    /// @param more what stands beside the rules
    void publish(List<String> rules, String... more) {
        String path = coupons.path("/loyalty/programme");
        Browser.Answer saved = coupons.operator.put(path, "{\"definition\":" + programme(rules, more) + "}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        Browser.Answer published = coupons.operator.post(path + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
    }

    Subject subject(String member) {
        return TestEvents.member(member + "@" + coupons.brand.key());
    }

    CustomerNo joins(String member) {
        CustomerNo customer = does(member, "Member Joined", "{}");
        await().atMost(CouponStage.PATIENCE).until(() -> !memberships(customer).isEmpty());
        return customer;
    }

    CustomerNo does(String member, String event, String properties) {
        return append(TestEvents.event(
                coupons.brand, subject(member), event, clock.instant(), properties.replace('\'', '"')));
    }

    CustomerNo orders(String member, String number, String total) {
        return append(TestEvents.order(coupons.brand, subject(member), number, total, clock.instant()));
    }

    CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    /// Whatever the log makes of it.
    void send(NewEvent event) {
        log.append(List.of(event));
    }

    JsonNode memberships(CustomerNo customer) {
        return coupons.operator
                .get(coupons.path("/customers/" + customer + "/memberships"))
                .json();
    }

    String tier(CustomerNo customer) {
        return memberships(customer).at("/0/tier").asString("");
    }

    void untilTier(CustomerNo customer, String tier) {
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(() -> assertThat(tier(customer)).isEqualTo(tier));
    }

    /// What rules gave for an order or another event last.
    long lastEarned(CustomerNo customer) {
        return memberships(customer).at("/0/earnings/0/points").asLong();
    }

    int earnings(CustomerNo customer) {
        return memberships(customer).at("/0/earnings").size();
    }

    Browser.Answer give(CustomerNo customer, String key, String tier, Duration time) {
        return coupons.operator.put(
                coupons.path("/customers/" + customer + "/tier-gifts/" + key),
                Map.of("tier", tier, "until", clock.instant().plus(time).toString(), "reason", "道歉"));
    }

    Browser.Answer sell(CustomerNo customer, String key, String plan) {
        return coupons.operator.put(
                coupons.path("/customers/" + customer + "/paid-memberships/" + key), Map.of("plan", plan));
    }

    Browser.Answer refund(CustomerNo customer, String key) {
        return coupons.operator.post(
                coupons.path("/customers/" + customer + "/paid-memberships/" + key + "/refund"),
                Map.of("reason", "搬家了"));
    }
}
