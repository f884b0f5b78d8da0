package io.waterwheel.loyalty;

import static io.waterwheel.loyalty.programme.ProgrammeText.BASE;
import static io.waterwheel.loyalty.programme.ProgrammeText.TIERS;
import static io.waterwheel.loyalty.programme.ProgrammeText.multiply;
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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// A programme from its draft to what members get by it.
@ServerTest
class ProgrammeStories {

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void aMemberSeesWhySheGotPointsLosesHalfWithHalfTheOrderAndRises() {
        Brand brand = brands.chinese();
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        String definition = programme(List.of(BASE, multiply("twice", "2", "{'type':'atLeast','amount':50}")), TIERS);
        assertThat(operator.put(path, "{\"definition\":" + definition + "}").status())
                .isEqualTo(200);
        Browser.Answer published = operator.post(path + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        assertThat(published.json().path("version").asInt()).isEqualTo(1);

        clock.advance(Duration.ofMinutes(1));
        CustomerNo lin = append(
                TestEvents.event(brand, TestEvents.member("M1"), EventNames.MEMBER_JOINED, clock.instant(), "{}"));
        append(TestEvents.order(brand, TestEvents.member("M1"), "A1", "60", clock.instant()));
        JsonNode earning = until(operator, brand, lin, "/0/earnings/0");
        assertThat(earning.path("points").asLong()).isEqualTo(120);
        assertThat(earning.at("/values/base").asString()).isEqualTo("60");
        assertThat(earning.at("/values/multiplier").asString()).isEqualTo("2");

        // And has them in the ledger, with the sum that explains them.
        String points = "/api/brands/" + brand.key() + "/customers/" + lin + "/points";
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(operator.with("Accept-Language", "zh")
                                .get(points + "/entries")
                                .json()
                                .at("/items/0/why")
                                .asString(""))
                        .startsWith("订单 A1：120 = 60 × 2"));
        assertThat(held(operator, points)).isEqualTo(120);

        append(TestEvents.refund(brand, TestEvents.member("M1"), "A1", "30", clock.instant()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(memberships(operator, brand, lin)
                                .at("/0/earnings/0/takenBack")
                                .asBoolean())
                        .isTrue());
        assertThat(memberships(operator, brand, lin).at("/0/earnings/0/points").asLong())
                .isEqualTo(60);

        await().atMost(Duration.ofSeconds(20)).until(() -> held(operator, points) == 60);

        append(TestEvents.order(brand, TestEvents.member("M1"), "A2", "5000", clock.instant()));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                memberships(operator, brand, lin).at("/0/tier").asString(""))
                        .isEqualTo("gold"));
    }

    private static long held(Browser operator, String points) {
        JsonNode held = operator.get(points).json();
        return held.path("available").asLong() + held.path("pending").asLong();
    }

    private CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    private static JsonNode memberships(Browser operator, Brand brand, CustomerNo customer) {
        return operator.get("/api/brands/" + brand.key() + "/customers/" + customer + "/memberships")
                .json();
    }

    private static JsonNode until(Browser operator, Brand brand, CustomerNo customer, String place) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !memberships(operator, brand, customer).at(place).isMissingNode());
        return memberships(operator, brand, customer).at(place);
    }
}
