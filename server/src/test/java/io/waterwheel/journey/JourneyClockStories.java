package io.waterwheel.journey;

import static io.waterwheel.journey.JourneyStage.PATIENCE;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.message;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.JourneyStage.until;
import static io.waterwheel.journey.JourneyStage.way;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.MessageState;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The machine's clock is put forward or back under people who are on their way: nobody is asked twice and nobody
/// stays behind.
@ServerTest
class JourneyClockStories {

    private static final String HOUR = "{'type':'delay','span':{'amount':1,'unit':'hours'}}";

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

    private JourneyStage stage;

    @BeforeEach
    void aBrand() {
        stage = new JourneyStage(brands, browsers, log, clock, messages, outreach);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 24})
    void thereAndBackAgainNobodyIsAskedTwiceAndNobodyStaysBehind(long hours) {
        Duration jump = Duration.ofHours(hours);
        stage.live(
                "钟",
                definition(
                        onEvent("Tea Tasted"),
                        "",
                        node("a", message(stage.template("品茶")), "{'sent':'b','notSent':'z'}"),
                        node("b", HOUR, "{'next':'c'}"),
                        node("c", until("Tea Ordered"), "{'happened':'d','timeout':'z'}"),
                        node("d", message(stage.template("再来")), "{'sent':'z','notSent':'z'}"),
                        end("z")));
        // One waits for a message, one for a time, one for an event.
        CustomerNo lin = stage.happens("M1", "Tea Tasted");
        CustomerNo mei = stage.happens("M2", "Tea Tasted");
        CustomerNo wang = stage.happens("M3", "Tea Tasted");
        stage.untilAsked(lin);
        sent(mei);
        sent(wang);
        stage.untilAt(wang, "b");
        clock.advance(Duration.ofMinutes(61));
        stage.untilAt(wang, "c");
        stage.untilAt(mei, "c");

        clock.advance(jump.negated());
        // What happens while the clock is behind counts at once.
        stage.happens("M3", "Tea Ordered");
        sent(wang, 2);
        // Until it was noticed that the clock is behind, the journey has not begun yet.
        await().atMost(PATIENCE)
                .until(() -> !stage.asked(stage.happens("M4", "Tea Tasted")).isEmpty());
        CustomerNo zhao = stage.happens("M4", "Tea Tasted");
        sent(zhao);
        sent(lin);
        stage.untilAt(zhao, "b");
        stage.untilAt(lin, "b");
        clock.advance(jump);
        clock.advance(Duration.ofMinutes(61));
        for (CustomerNo late : List.of(lin, zhao)) {
            stage.untilAt(late, "c");
        }
        assertThat(way(stage.untilEnded(wang))).isEqualTo("a sent, b next, c happened, d sent, z");

        clock.advance(jump);
        clock.advance(Duration.ofDays(3));
        for (CustomerNo late : List.of(lin, mei, zhao)) {
            assertThat(way(stage.untilEnded(late))).isEqualTo("a sent, b next, c timeout, z");
            assertThat(stage.asked(late)).hasSize(1);
        }
        assertThat(stage.asked(wang)).hasSize(2);
    }

    @Test
    void aPauseDuringWhichTheClockIsPutBackMakesNoTimerRunFaster() {
        String journey =
                stage.live("停", definition(onEvent("Tea Tasted"), "", node("a", HOUR, "{'next':'z'}"), end("z")));
        CustomerNo lin = stage.happens("M1", "Tea Tasted");
        stage.untilAt(lin, "a");
        assertThat(stage.does(journey, "pause").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(-1));
        assertThat(stage.does(journey, "resume").status()).isEqualTo(200);
        assertThat(stage.run(lin).path("node").asString()).isEqualTo("a");
        clock.advance(Duration.ofDays(1).plusMinutes(30));
        // Somebody who comes later shows that timers were looked at.
        CustomerNo mei = stage.happens("M2", "Tea Tasted");
        stage.untilAt(mei, "a");
        assertThat(stage.run(lin).path("state").asString()).isEqualTo("waiting");
        clock.advance(Duration.ofMinutes(31));
        assertThat(way(stage.untilEnded(lin))).isEqualTo("a next, z");
    }

    private void sent(CustomerNo customer) {
        sent(customer, 1);
    }

    /// Their so-many-th message is sent.
    private void sent(CustomerNo customer, int which) {
        await().atMost(PATIENCE).until(() -> stage.asked(customer).size() >= which);
        messages.settle(stage.brand, stage.asked(customer).get(which - 1), MessageState.SENT, null);
    }
}
