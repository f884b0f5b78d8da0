package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/// When will it be finished? A time where one can be seen, and a reason where not.
@ServerTest
class ForecastStories {

    private static final int PEOPLE = 60;

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationContext context;

    private final AppServer app = new AppServer();
    private Brand brand;
    private BroadcastsByHttp webhook;

    @BeforeEach
    void aBrandWithASystemOfItsOwn() {
        brand = brands.chinese();
        webhook = new BroadcastsByHttp(brand, browsers.signedIn(Role.OPERATOR), log, "webhook");
        Browser.Answer saved = browsers.signedIn(Role.ADMIN)
                .put(
                        webhook.api("/webhook-channel/settings"),
                        Map.of("url", app.url(), "secret", "a-secret-of-enough-letters"));
        assertThat(saved.status()).isEqualTo(200);
        List<NewEvent> events = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            Subject subject = TestEvents.identified(new Identifier(IdentifierKind.USER_ID, "u" + i));
            events.add(TestEvents.event(brand, subject, EventNames.IDENTIFIED, clock.instant(), "{}"));
        }
        log.append(events);
    }

    @AfterEach
    void nothingIsLeft() {
        app.close();
        clock.reset();
    }

    private JsonNode forecast(String id) {
        return webhook.get(id).at("/progress/forecast");
    }

    private static Instant time(JsonNode forecast, String field) {
        return Instant.parse(forecast.path(field).asString());
    }

    private String sent(int answered) {
        String id = webhook.draft(null, "您好", null, "service");
        webhook.planned(id);
        app.only(answered);
        webhook.start(id);
        webhook.progress(id, "delivered", answered);
        return id;
    }

    private void quiet(LocalTime from, LocalTime to) {
        Browser.Answer saved = webhook.operator()
                .put(
                        webhook.api("/policy"),
                        Map.of(
                                "capPerCustomer",
                                9,
                                "capDays",
                                7,
                                "quietFrom",
                                from.toString(),
                                "quietTo",
                                to.toString()));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
    }

    private LocalTime here() {
        return LocalTime.ofInstant(clock.instant(), brand.zone()).truncatedTo(ChronoUnit.MINUTES);
    }

    @Test
    void aBroadcastThatHasJustBegunHasNoTimeYetAndThenThePaceOfTheLastMinutes() {
        String id = sent(20);
        assertThat(forecast(id).path("unknown").asString()).isEqualTo("too-early");
        assertThat(forecast(id).path("finished").isNull()).isTrue();

        clock.advance(Duration.ofMinutes(2));
        Instant now = clock.instant();
        JsonNode seen = forecast(id);
        assertThat(seen.path("unknown").isNull()).as(seen.toString()).isTrue();
        // Twenty in two minutes, and forty are left.
        assertThat(seen.path("perMinute").asDouble()).isCloseTo(10, within(2.0));
        assertThat(Duration.between(now, time(seen, "finished")))
                .isCloseTo(Duration.ofMinutes(4), Duration.ofMinutes(1));
        assertThat(webhook.operator()
                        .get(webhook.api("/broadcasts"))
                        .json()
                        .at("/items/0/progress/forecast")
                        .isNull())
                .as("a list tells no forecast")
                .isTrue();

        app.goOn();
        JsonNode done = webhook.await(id, "done");
        assertThat(done.at("/progress/forecast").isNull()).isTrue();
    }

    @Test
    void whatDoesNotGetThroughForMinutesHasNoTimeButAReason() {
        String id = sent(20);
        clock.advance(Duration.ofMinutes(5));
        JsonNode stalled = forecast(id);
        assertThat(stalled.path("unknown").asString()).isEqualTo("stalled");
        assertThat(stalled.path("finished").isNull()).isTrue();
        app.goOn();
        webhook.await(id, "done");
    }

    @Test
    void theNightIsPartOfTheForecast() {
        String id = sent(10);
        clock.advance(Duration.ofMinutes(1));
        app.more(10);
        webhook.progress(id, "delivered", 20);
        LocalTime now = here();
        quiet(now.minusMinutes(5), now.plusHours(3));
        Instant morning = brand.dayOf(clock.instant())
                .atTime(now.plusHours(3))
                .plusDays(now.plusHours(3).isBefore(now) ? 1 : 0)
                .atZone(brand.zone())
                .toInstant();
        JsonNode resting = forecast(id);
        assertThat(time(resting, "resumes")).isEqualTo(morning);
        assertThat(time(resting, "finished")).isAfter(morning);
        assertThat(time(resting, "finished")).isBefore(morning.plus(Duration.ofMinutes(10)));

        quiet(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        app.goOn();
        webhook.await(id, "done");
    }

    @Test
    void whoeverPausedItIsNotToldATime() {
        String id = sent(20);
        webhook.operator().post(webhook.api("/broadcasts/" + id + "/pause"), Map.of());
        assertThat(forecast(id).path("unknown").asString()).isEqualTo("paused");
        app.goOn();
        webhook.operator().post(webhook.api("/broadcasts/" + id + "/resume"), Map.of());
        webhook.await(id, "done");
    }

    @Test
    void nobodyKnowsWhenGuidesConfirmSoItSaysHowManyAreWaitedFor() {
        try (SimulatedCorp corp = new SimulatedCorp()) {
            BroadcastFixture fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
            Brand friends = fixture.friends(corp, 2, 6);
            BroadcastId id = fixture.planned(friends, BroadcastFixture.wecom("新茶到了", null));
            fixture.sendOut(friends, id);
            var forecast = Objects.requireNonNull(fixture.progress(friends, id).forecast());
            assertThat(forecast.unknown()).hasToString("GUIDES");
            assertThat(forecast.guides()).isEqualTo(2);
            assertThat(forecast.finished()).isNull();
            assertThat(forecast.handedOver()).isNotNull();

            corp.confirmAll();
            until(() -> fixture.progress(friends, id), progress -> {
                // Receipts are asked for in longer and longer pauses.
                clock.advance(Duration.ofMinutes(1));
                return progress.awaitingGuide() == 0 && progress.forecast() == null;
            });
        }
    }
}
