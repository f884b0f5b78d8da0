package io.waterwheel.journey.engine;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.PATIENCE;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.OUTBOX;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.journey.AskedMessages;
import io.waterwheel.journey.JourneyStage;
import io.waterwheel.journey.saved.FollowedJourneys;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.touch.Outreach;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/// A second node, and an end between two lines: nothing is done twice and nothing is left out.
@ServerTest
class DurableStories {

    private static final String TASK = "{'type':'task','title':'打电话','words':'','deadline':{'amount':2,'unit':'days'}}";
    private static final int PEOPLE = 300;

    @Autowired
    private EngineTools tools;

    @Autowired
    private FollowedJourneys journeys;

    @Autowired
    private JourneyRelay relay;

    @Autowired
    private EventLog log;

    @Autowired
    private DSLContext database;

    @Autowired
    private TransactionOperations transactions;

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

    @Test
    void severalNodesMoveEachPersonOnce() throws Exception {
        long journey = Long.parseLong(stage.live(
                "多个节点",
                definition(
                        onEvent("Tea Tasted"),
                        "",
                        node("a", DAY, "{'next':'b'}"),
                        node("b", TASK, "{'done':'z','overdue':'z'}"),
                        end("z"))));
        List<NewEvent> tasted = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            tasted.add(TestEvents.event(stage.brand, TestEvents.member("M" + i), "Tea Tasted", clock.instant(), "{}"));
        }
        log.append(tasted);
        await().atMost(PATIENCE).until(() -> at(journey, "a") == PEOPLE);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        // Beside the one that runs anyway.
        Callable<Boolean> node = () -> new DueMoves(tools, journeys, database, transactions, clock).work();
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Boolean> done : threads.invokeAll(List.of(node, node, node))) {
                assertThat(done.get()).as("all of it was one batch").isFalse();
            }
        }
        await().atMost(PATIENCE).until(() -> at(journey, "b") == PEOPLE);
        assertThat(database.fetchCount(GUIDE_TASK, GUIDE_TASK.JOURNEY_ID.eq(journey)))
                .isEqualTo(PEOPLE);
        assertThat(database.fetchCount(
                        RUN_STEP.join(RUN).on(RUN.ID.eq(RUN_STEP.RUN_ID)).and(RUN.JOURNEY_ID.eq(journey))))
                .as("each passed one node once")
                .isEqualTo(PEOPLE);
    }

    /// As after a server that was down from before the deadline until after it: the task is done, the answer waits.
    @Test
    void whatAGuideDidInTimeIsNotOverdue() {
        long journey = Long.parseLong(stage.live(
                "来得及",
                definition(
                        onEvent("Tea Tasted"),
                        "",
                        node("a", TASK, "{'done':'b','overdue':'z'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z"))));
        CustomerNo lin = stage.happens("M1", "Tea Tasted");
        await().atMost(PATIENCE).until(() -> at(journey, "a") == 1);
        database.update(GUIDE_TASK)
                .set(GUIDE_TASK.STATE, "done")
                .where(GUIDE_TASK.JOURNEY_ID.eq(journey))
                .execute();
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        stage.untilAt(lin, "b");
        assertThat(JourneyStage.way(stage.run(lin))).isEqualTo("a done");
    }

    /// As after a server that was down: who came in and what they did then are read in one go, later.
    @Test
    void whatSomebodyDidBeforeWeCameToTheirEntryCountsForTheGoal() {
        stage.live(
                "晚到",
                definition(
                        onEvent("Tea Tasted"),
                        ",'goal':{'type':'event','event':{'event':'Tea Ordered'},'withinDays':3,'leave':true}",
                        node("a", DAY, "{'next':'z'}"),
                        end("z")));
        clock.advance(Duration.ofMinutes(10));
        var lin = TestEvents.member("M1");
        Instant then = clock.instant().minusSeconds(300);
        log.append(List.of(
                TestEvents.event(stage.brand, lin, "Tea Tasted", then, "{}"),
                TestEvents.event(stage.brand, lin, "Tea Ordered", then.plusSeconds(60), "{}")));
        CustomerNo customer = stage.happens("M1", "Tea Seen");
        assertThat(stage.untilEnded(customer).path("goalAt").isString()).isTrue();
    }

    private int at(long journey, String node) {
        return database.fetchCount(RUN, RUN.JOURNEY_ID.eq(journey).and(RUN.NODE.eq(node)));
    }

    @Test
    void whatWasToldBeforeAKillIsToldOnce() {
        CustomerNo lin = stage.happens("M1", "Tea Tasted");
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    leaveInOutbox(lin);
                    relay.work();
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(told(lin)).as("the log has it, and the outbox does not know").isEqualTo(1);
        leaveInOutbox(lin);
        await().atMost(PATIENCE).until(() -> !database.fetchExists(OUTBOX, OUTBOX.CUSTOMER_NO.eq(lin.value())));
        assertThat(told(lin)).isEqualTo(1);
    }

    private void leaveInOutbox(CustomerNo customer) {
        database.insertInto(OUTBOX)
                .set(OUTBOX.BRAND_ID, stage.brand.id().value())
                .set(OUTBOX.CUSTOMER_NO, customer.value())
                .set(OUTBOX.NAME, EventNames.JOURNEY_ENTERED)
                .set(OUTBOX.AT, clock.instant())
                .set(OUTBOX.MESSAGE_ID, "journey/" + stage.brand.key() + "/entered")
                .set(OUTBOX.PROPERTIES, JSONB.valueOf("{\"journey\":\"1\",\"name\":\"茶\",\"version\":1}"))
                .execute();
    }

    private long told(CustomerNo customer) {
        return stage.timeline(customer).stream()
                .filter(EventNames.JOURNEY_ENTERED::equals)
                .count();
    }
}
