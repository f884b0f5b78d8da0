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
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A programme is published anew while orders of before are still on their way.
@ServerTest
class TierVersionStories {

    private static final String WITH_DIAMOND =
            TIERS.substring(0, TIERS.lastIndexOf("]}")) + ",{'id':'diamond','name':'钻石卡','threshold':7000}]}";

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
    private Instant before;

    @BeforeEach
    void aDiamondMemberOfTheSecondVersion() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        publish(TIERS);
        lin = append(TestEvents.event(brand, TestEvents.member("M1"), EventNames.MEMBER_JOINED, clock.instant(), "{}"));
        before = clock.instant();
        order("A1", "5000", before);
        untilTier("gold");
        clock.advance(Duration.ofMinutes(1));
        publish(WITH_DIAMOND);
        order("A2", "2000", clock.instant());
        untilTier("diamond");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void anOrderOfTheVersionBeforeEarnsByItAndTakesNobodyTheTierOfThisOne() {
        order("A3", "10", before.plusSeconds(1));
        await().atMost(CouponStage.PATIENCE).until(() -> earned("A3"));
        assertThat(member().path("tier").asString()).isEqualTo("diamond");
        assertThat(member().path("reached").asLong()).isEqualTo(701_000);
    }

    @Test
    void aRefundOfTheVersionBeforeIsJudgedByTheTiersOfThisOne() {
        log.append(List.of(new NewEvent(
                brand.id(),
                "test",
                "refund:R1",
                EventNames.ORDER_REFUNDED,
                before.plusSeconds(2),
                TestEvents.member("M1"),
                "{\"order_id\":\"R1\",\"refunded_order_id\":\"A1\",\"total\":500}",
                "{}")));
        untilTier("gold");
        assertThat(member().path("next").asString(member().path("nextTier").asString("")))
                .isEqualTo("diamond");
    }

    private void publish(String tiers) {
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        assertThat(operator.put(path, "{\"definition\":" + programme(List.of(BASE), tiers) + "}")
                        .status())
                .isEqualTo(200);
        Browser.Answer published = operator.post(path + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
    }

    private void order(String number, String total, Instant at) {
        append(TestEvents.order(brand, TestEvents.member("M1"), number, total, at));
    }

    private CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    private boolean earned(String order) {
        return member().path("earnings")
                .valueStream()
                .anyMatch(one -> one.path("order").asString("").equals(order));
    }

    private void untilTier(String tier) {
        await().atMost(CouponStage.PATIENCE)
                .untilAsserted(
                        () -> assertThat(member().path("tier").asString("")).isEqualTo(tier));
    }

    private JsonNode member() {
        return operator.get("/api/brands/" + brand.key() + "/customers/" + lin + "/memberships")
                .json()
                .path(0);
    }
}
