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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Orders of somebody who joins only later.
@ServerTest
class LookBackStories {

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
    void whoJoinsIsRewardedForWhatSheBoughtInTheDaysBeforeAndNotForMore() {
        Brand brand = brands.chinese();
        Browser operator = browsers.signedIn(Role.OPERATOR);
        publish(
                operator,
                brand,
                programme(
                        List.of(BASE),
                        "'points':{'pendingDays':0,'expiry':{'type':'never'},'debt':'othersThenDebt','beforeJoining':30}"));
        clock.advance(Duration.ofDays(70));
        Instant now = clock.instant();
        append(TestEvents.order(brand, TestEvents.member("M1"), "OLD", "1000", now.minus(Duration.ofDays(60))));
        append(TestEvents.order(brand, TestEvents.member("M1"), "A1", "60", now.minus(Duration.ofDays(10))));
        append(TestEvents.order(brand, TestEvents.member("M1"), "A2", "40", now.minus(Duration.ofDays(5))));
        append(TestEvents.refund(brand, TestEvents.member("M1"), "A1", "20", now.minus(Duration.ofDays(4))));
        CustomerNo lin = join(brand, now);
        untilHeld(operator, brand, lin, 80);

        // She joins once more, by another channel, and an order comes.
        join(brand, clock.instant());
        append(TestEvents.order(brand, TestEvents.member("M1"), "A3", "5", clock.instant()));
        untilHeld(operator, brand, lin, 85);
    }

    @Test
    void wherePastOrdersAreNotRewardedNothingIsLookedBackAt() {
        Brand brand = brands.chinese();
        Browser operator = browsers.signedIn(Role.OPERATOR);
        publish(operator, brand, programme(List.of(BASE)));
        clock.advance(Duration.ofDays(10));
        Instant now = clock.instant();
        append(TestEvents.order(brand, TestEvents.member("M1"), "A1", "60", now.minus(Duration.ofDays(1))));
        CustomerNo lin = join(brand, now);
        append(TestEvents.order(brand, TestEvents.member("M1"), "A2", "5", now.plusSeconds(1)));
        untilHeld(operator, brand, lin, 5);
    }

    private void publish(Browser operator, Brand brand, String definition) {
        String path = "/api/brands/" + brand.key() + "/loyalty/programme";
        Browser.Answer saved = operator.put(path, "{\"definition\":" + definition + "}");
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        Browser.Answer published = operator.post(path + "/publish", Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
    }

    private CustomerNo join(Brand brand, Instant at) {
        return append(TestEvents.event(brand, TestEvents.member("M1"), EventNames.MEMBER_JOINED, at, "{}"));
    }

    private CustomerNo append(NewEvent event) {
        var written = (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
        return Objects.requireNonNull(written.customer());
    }

    private static void untilHeld(Browser operator, Brand brand, CustomerNo customer, long points) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            JsonNode held = operator.get("/api/brands/" + brand.key() + "/customers/" + customer + "/points")
                    .json();
            assertThat(held.path("available").asLong() + held.path("pending").asLong())
                    .isEqualTo(points);
        });
    }
}
