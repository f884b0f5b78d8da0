package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ClockChange;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The two nights of the year in which a brand's clocks change, lived through by people in journeys.
@ServerTest
class ClockChangeStories {

    private static final Duration A_BATCH = Duration.ofSeconds(30);

    @Autowired
    private EventLog log;

    @Autowired
    private TestClock clock;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private AskedMessages messages;

    @Autowired
    private Outreach outreach;

    @Autowired
    private DSLContext database;

    private JourneyStage stage;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    /// A brand there, and the clock so many minutes from the change.
    private void evening(ClockChange night, int minutes) {
        stage = new JourneyStage(brands.create("EUR", night.zone().getId()), browsers, log, clock, messages, outreach);
        clock.advance(night.from(clock.instant(), minutes));
    }

    private void move(ClockChange night, int minutes) {
        clock.advance(night.from(clock.instant(), minutes));
    }

    private String everyDayAt(ClockChange night) {
        String everyone = stage.operator
                .post(
                        stage.path("/segments"),
                        Browser.json("{'name':'所有人','definition':{'type':'attribute','attribute':'firstSeenAt',"
                                + "'operator':'exists','values':[]}}"))
                .json()
                .path("id")
                .asString();
        return stage.live(
                "每天",
                definition(
                        "{'type':'schedule','segment':'" + everyone + "','every':'day','time':'" + night.half() + "'}",
                        ",'reentry':{'rule':'afterExit'}",
                        node("a", "{'type':'delay','span':{'amount':1,'unit':'minutes'}}", "{'next':'z'}"),
                        end("z")));
    }

    private Instant next(String journey) {
        return database.select(DSL.field("next_at", Instant.class))
                .from("journey.saved_journey")
                .where(DSL.field("id", Long.class).eq(Long.parseLong(journey)))
                .fetchSingle()
                .value1();
    }

    private Instant due(CustomerNo customer) {
        return Instant.parse(stage.run(customer).path("dueAt").asString());
    }

    private Instant entered(CustomerNo customer) {
        return Instant.parse(stage.run(customer).path("enteredAt").asString());
    }

    /// And at rest: whoever is let in may be moved by the next batch only.
    private void untilIn(CustomerNo customer, int times) {
        await().atMost(JourneyStage.PATIENCE)
                .untilAsserted(() -> assertThat(stage.runs(customer))
                        .hasSize(times)
                        .allMatch(run -> run.path("state").asString().equals("ended")
                                || run.path("waiting").asString().equals("time")));
    }

    /// From the first batch after somebody came to the moment they wait for.
    private static void assertAbout(Instant from, Instant to, int hours) {
        assertThat(Duration.between(from, to)).isCloseTo(Duration.ofHours(hours), A_BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
    void aScheduledTimeThatTheSpringNightLeavesOutComesAsMuchLaterAndOnce(String zone) {
        ClockChange night = ClockChange.spring(zone, clock.instant());
        evening(night, -120);
        CustomerNo lin = stage.happens("M1", "Member Joined");
        String journey = everyDayAt(night);
        assertThat(next(journey)).isEqualTo(night.plus(30));

        move(night, 31);
        untilIn(lin, 1);
        assertThat(next(journey)).isEqualTo(night.later(1, night.half()));
        assertThat(Duration.between(night.plus(30), next(journey))).isEqualTo(Duration.ofHours(23));
        move(night, 31 + 23 * 60);
        untilIn(lin, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
    void aScheduledTimeThatTheAutumnNightHasTwiceComesOnce(String zone) {
        ClockChange night = ClockChange.autumn(zone, clock.instant());
        evening(night, -120);
        CustomerNo lin = stage.happens("M1", "Member Joined");
        String journey = everyDayAt(night);
        assertThat(next(journey)).as("the first of the two").isEqualTo(night.plus(-30));

        move(night, -29);
        untilIn(lin, 1);
        Instant tomorrow = night.later(1, night.half());
        assertThat(next(journey)).isEqualTo(tomorrow).isAfter(night.plus(30));
        assertThat(Duration.between(night.plus(-30), tomorrow)).isEqualTo(Duration.ofHours(25));
        // The clocks show the same time again, and whoever came in has gone on long ago.
        move(night, 31);
        stage.untilEnded(lin);
        assertThat(stage.runs(lin)).hasSize(1);
        clock.advance(Duration.between(clock.instant(), tomorrow.plusSeconds(60)));
        untilIn(lin, 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
    void whoWaitsForATimeOfTheSpringNightGoesOnOnceItIsAsLateAndADayIsAnHourShorter(String zone) {
        ClockChange night = ClockChange.spring(zone, clock.instant());
        evening(night, -120);
        waits(night);
        CustomerNo lin = stage.happens("M1", "Member Joined");
        CustomerNo wang = stage.happens("M2", "Cart Updated");
        stage.untilAt(lin, "a");
        stage.untilAt(wang, "a");
        assertThat(due(lin)).isEqualTo(night.plus(30));
        Instant tomorrow = due(wang);
        assertAbout(entered(wang), tomorrow, 23);

        move(night, 29);
        CustomerNo other = stage.happens("M3", "Member Joined");
        stage.untilAt(other, "a");
        assertThat(stage.run(lin).path("node").asString()).as("not before").isEqualTo("a");
        move(night, 31);
        stage.untilAt(lin, "b");
        clock.advance(Duration.between(clock.instant(), tomorrow.plusSeconds(60)));
        stage.untilAt(wang, "b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Berlin", "America/New_York"})
    void whoWaitsForATimeOfTheAutumnNightGoesOnTheFirstTimeAndADayIsAnHourLonger(String zone) {
        ClockChange night = ClockChange.autumn(zone, clock.instant());
        evening(night, -120);
        waits(night);
        CustomerNo lin = stage.happens("M1", "Member Joined");
        CustomerNo wang = stage.happens("M2", "Cart Updated");
        stage.untilAt(lin, "a");
        stage.untilAt(wang, "a");
        assertThat(due(lin)).isEqualTo(night.plus(-30));
        assertAbout(entered(wang), due(wang), 25);

        move(night, -29);
        stage.untilAt(lin, "b");
        // Whoever comes between the two waits for the next day: that time of today has been.
        CustomerNo late = stage.happens("M3", "Member Joined");
        stage.untilAt(late, "a");
        assertThat(due(late)).isEqualTo(night.later(1, night.half()));
    }

    private void waits(ClockChange night) {
        stage.live(
                "等到",
                definition(
                        onEvent("Member Joined"),
                        "",
                        node("a", "{'type':'untilTime','time':'" + night.half() + "'}", "{'next':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        stage.live(
                "一天",
                definition(
                        onEvent("Cart Updated"),
                        "",
                        node("a", DAY, "{'next':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
    }
}
