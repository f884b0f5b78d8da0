package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Tiers that are reached by how often somebody buys.
@ServerTest
class FrequencyTierStories {

    private static final String BY_ORDERS =
            "'tiers':{'basis':'orders','period':{'type':'rolling','months':12},'downgrade':'oneStep','graceDays':0,"
                    + "'onRefund':'atOnce','tiers':[{'id':'member','name':'普通','threshold':0},"
                    + "{'id':'silver','name':'银卡','threshold':3}]}";

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

    @BeforeEach
    void aMemberWithThreeOrders() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        assertThat(operator.put(path, "{\"definition\":" + programme(List.of(BASE), BY_ORDERS) + "}")
                        .status())
                .isEqualTo(200);
        assertThat(operator.post(path + "/publish", Map.of()).status()).isEqualTo(200);
        clock.advance(Duration.ofMinutes(1));
        lin = append(TestEvents.event(brand, TestEvents.member("M1"), EventNames.MEMBER_JOINED, clock.instant(), "{}"));
        order("A1", "100");
        order("A2", "100");
        order("A3", "200");
        untilTier("silver");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void anOrderThatCameBackInTwoPartsCountsNoLonger() {
        refund("R1", "A3", "50");
        refund("R2", "A3", "150");
        untilTier("member");
        order("A4", "30");
        untilTier("silver");
    }

    @Test
    void aPartOfADearOrderIsNotTheWholeOfACheapOne() {
        refund("R1", "A3", "100");
        // What comes behind it in the log was read after it.
        order("A4", "10");
        await().atMost(Duration.ofSeconds(20)).until(() -> reached() >= 4);
        assertThat(tier()).isEqualTo("silver");
    }

    private void order(String number, String total) {
        clock.advance(Duration.ofSeconds(1));
        append(TestEvents.order(brand, TestEvents.member("M1"), number, total, clock.instant()));
    }

    private void refund(String number, String order, String total) {
        clock.advance(Duration.ofSeconds(1));
        log.append(List.of(new NewEvent(
                brand.id(),
                "test",
                "refund:" + number,
                EventNames.ORDER_REFUNDED,
                clock.instant(),
                TestEvents.member("M1"),
                "{\"order_id\":\"%s\",\"refunded_order_id\":\"%s\",\"total\":%s}".formatted(number, order, total),
                "{}")));
    }

    private CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    private void untilTier(String tier) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(tier()).isEqualTo(tier));
    }

    private String tier() {
        return memberships().at("/0/tier").asString("");
    }

    private long reached() {
        return memberships().at("/0/reached").asLong();
    }

    private tools.jackson.databind.JsonNode memberships() {
        return operator.get("/api/brands/" + brand.key() + "/customers/" + lin + "/memberships")
                .json();
    }
}
