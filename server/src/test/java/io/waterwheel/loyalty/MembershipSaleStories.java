package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.programme;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Selling and giving what lends a tier: once for each key, one period after the other.
@ServerTest
class MembershipSaleStories {

    private static final String PLANS = "'plans':["
            + "{'id':'plus','name':'Plus','tier':'gold','price':365,'months':12,'refund':'unusedDays'},"
            + "{'id':'silver','name':'Silver','tier':'silver','price':100,'months':12,'refund':'none'}]";

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private CustomerNo lin;
    private CustomerNo hua;

    @BeforeEach
    void twoMembers() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        operator.put(path, "{\"definition\":" + programme(List.of(BASE), TIERS, PLANS) + "}");
        assertThat(operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        lin = joins("M1");
        hua = joins("M2");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aKeyStandsForOneSaleAndOneGift() {
        Instant until = clock.instant().plus(Duration.ofDays(30));
        assertThat(sell(lin, "P1", "plus").status()).isEqualTo(204);
        assertThat(sell(lin, "P1", "plus").status()).isEqualTo(204);
        assertThat(sell(hua, "P1", "plus").code()).as("another member").isEqualTo("membership-key-taken");
        assertThat(sell(lin, "P1", "silver").code()).as("another plan").isEqualTo("membership-key-taken");
        assertThat(periods(hua)).isEmpty();

        assertThat(give(lin, "G1", "gold", until).status()).isEqualTo(204);
        assertThat(give(lin, "G1", "gold", until).status()).isEqualTo(204);
        assertThat(give(hua, "G1", "gold", until).code()).isEqualTo("membership-key-taken");
        assertThat(give(lin, "G1", "silver", until).code()).isEqualTo("membership-key-taken");
        assertThat(give(lin, "G1", "gold", until.plusSeconds(60)).code()).isEqualTo("membership-key-taken");
    }

    @Test
    void whatIsSoldAtTheSameMomentIsOnePeriodAfterTheOther() throws Exception {
        List<Future<Browser.Answer>> sold = new ArrayList<>();
        try (ExecutorService desks = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 6; i++) {
                String key = "P" + i;
                sold.add(desks.submit(() -> sell(lin, key, "plus")));
            }
        }
        for (Future<Browser.Answer> each : sold) {
            assertThat(each.get().status()).isEqualTo(204);
        }
        List<JsonNode> periods = periods(lin);
        assertThat(periods).hasSize(6);
        for (int i = 1; i < periods.size(); i++) {
            assertThat(periods.get(i).path("from")).isEqualTo(periods.get(i - 1).path("until"));
        }
    }

    @Test
    void whoGivesARunningPeriodBackHasTheRenewalAtOnce() {
        sell(lin, "P1", "plus");
        sell(lin, "P2", "plus");
        sell(lin, "P3", "plus");
        long second = days(period("P2"));
        clock.advance(Duration.ofDays(100));
        assertThat(period("P1").path("tierAfter").asString())
                .as("what the renewal lends from then on")
                .isEqualTo("金卡");
        Browser.Answer refund = operator.post(path(lin) + "/paid-memberships/P1/refund", Map.of("reason", "搬家"));
        assertThat(refund.json().path("tierAfter").asString()).isEqualTo("金卡");
        assertThat(period("P2").path("from")).isEqualTo(period("P1").path("until"));
        assertThat(days(period("P2"))).as("as many days as were paid for").isEqualTo(second);
        assertThat(period("P3").path("from")).isEqualTo(period("P2").path("until"));

        operator.post(path(lin) + "/paid-memberships/P2/refund", Map.of("reason", "搬家"));
        operator.post(path(lin) + "/paid-memberships/P3/refund", Map.of("reason", "搬家"));
        sell(lin, "P4", "plus");
        assertThat(Instant.parse(period("P4").path("from").asString())).isBeforeOrEqualTo(clock.instant());
    }

    private CustomerNo joins(String member) {
        var joined = (EventLog.Appended.Written) log.append(List.of(TestEvents.event(
                        brand, TestEvents.member(member), EventNames.MEMBER_JOINED, clock.instant(), "{}")))
                .getFirst();
        CustomerNo customer = Objects.requireNonNull(joined.customer());
        await().atMost(CouponStage.PATIENCE)
                .until(() ->
                        !operator.get(path(customer) + "/memberships").json().isEmpty());
        return customer;
    }

    private Browser.Answer sell(CustomerNo customer, String key, String plan) {
        return operator.put(path(customer) + "/paid-memberships/" + key, Map.of("plan", plan));
    }

    private Browser.Answer give(CustomerNo customer, String key, String tier, Instant until) {
        return operator.put(
                path(customer) + "/tier-gifts/" + key, Map.of("tier", tier, "until", until, "reason", "道歉"));
    }

    /// The first to begin first.
    private List<JsonNode> periods(CustomerNo customer) {
        return operator.get(path(customer) + "/paid-memberships")
                .json()
                .valueStream()
                .sorted(Comparator.comparing(one -> one.path("from").asString()))
                .toList();
    }

    private JsonNode period(String key) {
        return periods(lin).stream()
                .filter(one -> one.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private long days(JsonNode period) {
        return brand.dayOf(Instant.parse(period.path("until").asString())).toEpochDay()
                - brand.dayOf(Instant.parse(period.path("from").asString())).toEpochDay();
    }

    private String path(CustomerNo customer) {
        return "/api/brands/" + brand.key() + "/customers/" + customer;
    }
}
