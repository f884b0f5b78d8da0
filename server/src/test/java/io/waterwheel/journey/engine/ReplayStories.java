package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;
import static io.waterwheel.segment.generated.Tables.SAVED_SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LoggedEvent;
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
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// What happens when a batch comes again, ends half way, or holds somebody who cannot go on.
@ServerTest
class ReplayStories {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TASK = "{'type':'task','title':'打电话','words':'','deadline':{'amount':2,'unit':'days'}}";

    @Autowired
    private JourneyEvents events;

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

    private Brand brand;
    private Browser operator;

    @BeforeEach
    void aBrand() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private String path(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    private long live(String name, String nodes, String more) {
        String text = "{'name':'" + name + "','definition':{'trigger':{'type':'event','event':{'event':'Tea Tasted'}},"
                + "'start':'a','nodes':[" + nodes + ",{'id':'z','step':{'type':'exit'}}]" + more + "}}";
        Browser.Answer saved = operator.post(path("/journeys"), Browser.json(text));
        assertThat(saved.status()).as(saved.text()).isEqualTo(201);
        String id = saved.json().path("id").asString();
        Browser.Answer published = operator.post(path("/journeys/" + id + "/publish"), Map.of());
        assertThat(published.status()).as(published.text()).isEqualTo(200);
        return Long.parseLong(id);
    }

    private EventLog.Appended.Written happens(String member) {
        NewEvent event =
                TestEvents.event(brand, TestEvents.member(member), "Tea Tasted", clock.instant(), "{\"tea\":\"绿\"}");
        return (EventLog.Appended.Written) log.append(List.of(event)).getFirst();
    }

    private int runs(long journey) {
        return database.fetchCount(RUN, RUN.JOURNEY_ID.eq(journey));
    }

    @Test
    void aBatchThatComesAgainDoesNothingTwice() {
        long journey = live(
                "重放",
                "{'id':'a','step':" + TASK + ",'exits':{'done':'z','overdue':'z'}}",
                ",'reentry':{'rule':'always','key':'tea'},"
                        + "'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':3}");
        EventLog.Appended.Written written = happens("M1");
        await().atMost(PATIENCE).until(() -> runs(journey) == 1);
        List<LoggedEvent> again = log.read(written.position() - 1, 1);
        for (int i = 0; i < 3; i++) {
            transactions.executeWithoutResult(_ -> events.consume(database, again));
        }
        assertThat(runs(journey)).isEqualTo(1);
        assertThat(database.fetchCount(GUIDE_TASK, GUIDE_TASK.JOURNEY_ID.eq(journey)))
                .isEqualTo(1);
        // Even after the run has ended and the rule would let them in again, the same event does not.
        database.update(RUN)
                .set(RUN.STATE, "ended")
                .where(RUN.JOURNEY_ID.eq(journey))
                .execute();
        transactions.executeWithoutResult(_ -> events.consume(database, again));
        assertThat(runs(journey)).isEqualTo(1);
        assertThat(database.fetchCount(GUIDE_TASK, GUIDE_TASK.JOURNEY_ID.eq(journey)))
                .as("nor does what it would have brought about happen")
                .isEqualTo(1);
    }

    @Test
    void aKillBetweenMoveAndCommitLeavesNothingBehind() {
        long journey = live("中断", "{'id':'a','step':" + TASK + ",'exits':{'done':'z','overdue':'z'}}", "");
        operator.post(path("/journeys/" + journey + "/pause"), Map.of());
        EventLog.Appended.Written written = happens("M1");
        await().atMost(PATIENCE).until(() -> runs(journey) == 1);
        long run = Objects.requireNonNull(database.select(RUN.ID)
                .from(RUN)
                .where(RUN.JOURNEY_ID.eq(journey))
                .fetchOne(RUN.ID));
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    database.deleteFrom(RUN).where(RUN.ID.eq(run)).execute();
                    events.consume(database, log.read(written.position() - 1, 1));
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(database.select(RUN.ID)
                        .from(RUN)
                        .where(RUN.JOURNEY_ID.eq(journey))
                        .fetch(RUN.ID))
                .containsExactly(run);
        operator.post(path("/journeys/" + journey + "/resume"), Map.of());
        await().atMost(PATIENCE).until(() -> database.fetchCount(GUIDE_TASK, GUIDE_TASK.RUN_ID.eq(run)) == 1);
        clock.advance(Duration.ofDays(2).plusMinutes(1));
        await().atMost(PATIENCE)
                .until(() -> database.fetchExists(RUN, RUN.ID.eq(run).and(RUN.STATE.eq("ended"))));
        assertThat(database.select(RUN_STEP.NODE)
                        .from(RUN_STEP)
                        .where(RUN_STEP.RUN_ID.eq(run))
                        .orderBy(RUN_STEP.NUMBER)
                        .fetch(RUN_STEP.NODE))
                .containsExactly("a", "z");
    }

    @Test
    void whoCannotGoOnIsPutAsideAndHoldsNobodyUp() {
        String segment = operator.post(
                        path("/segments"),
                        Browser.json("{'name':'都市','definition':{'type':'attribute','attribute':'city','operator':'is',"
                                + "'values':['上海']}}"))
                .json()
                .path("id")
                .asString();
        long journey = live(
                "待处理",
                "{'id':'a','step':{'type':'delay','span':{'amount':1,'unit':'hours'}},'exits':{'next':'b'}},"
                        + "{'id':'b','step':{'type':'branch','cases':[{'exit':'in','condition':{'type':'segment','segment':'"
                        + segment + "'}}]},'exits':{'in':'c','else':'c'}},"
                        + "{'id':'c','step':" + TASK + ",'exits':{'done':'z','overdue':'z'}}",
                "");
        assertThat(operator.delete(path("/segments/" + segment)).code())
                .as("what a journey stands on stays")
                .isEqualTo("segment-in-use");
        CustomerNo lin = Objects.requireNonNull(happens("M1").customer());
        await().atMost(PATIENCE).until(() -> runs(journey) == 1);
        // As when somebody takes it away by hand.
        hide(segment);
        clock.advance(Duration.ofMinutes(61));
        await().atMost(PATIENCE).until(() -> aside().size() == 1);
        JsonNode put = aside().get(0);
        assertThat(put.path("customerNo").asInt()).isEqualTo(lin.value());
        assertThat(put.path("code").asString()).isEqualTo("not-found");
        assertThat(asideOf(Long.toString(journey))).hasSize(1);
        assertThat(asideOf(live("别的", "{'id':'a','step':" + TASK + ",'exits':{'done':'z','overdue':'z'}}", "")))
                .as("of another journey")
                .isEmpty();
        JsonNode late =
                operator.get(path("/journeys/health")).json().path("late").get(0);
        assertThat(late.path("reason").asString()).isEqualTo("aside");
        String run = put.path("run").asString();
        assertThat(operator.post(path("/journeys/aside/" + run + "/retry"), Map.of())
                        .status())
                .isEqualTo(204);
        await().atMost(PATIENCE)
                .until(() ->
                        aside().size() == 1 && aside().get(0).path("attempts").asInt() == 2);
        show(segment);
        assertThat(operator.post(path("/journeys/aside/" + run + "/retry"), Map.of())
                        .status())
                .isEqualTo(204);
        await().atMost(PATIENCE)
                .until(() ->
                        database.fetchExists(RUN, RUN.JOURNEY_ID.eq(journey).and(RUN.NODE.eq("c"))));
        assertThat(operator.post(path("/journeys/aside/" + run + "/skip"), Map.of())
                        .code())
                .isEqualTo("run-not-aside");
    }

    @Test
    void aPersonSkipsTheNodeThatCannotBePassed() {
        String segment = operator.post(
                        path("/segments"),
                        Browser.json("{'name':'都市','definition':{'type':'attribute','attribute':'city','operator':'is',"
                                + "'values':['上海']}}"))
                .json()
                .path("id")
                .asString();
        long journey = live(
                "跳过",
                "{'id':'a','step':{'type':'branch','cases':[{'exit':'in','condition':{'type':'segment','segment':'"
                        + segment + "'}}]},'exits':{'in':'z','else':'c'}},"
                        + "{'id':'c','step':" + TASK + ",'exits':{'done':'z','overdue':'z'}}",
                "");
        hide(segment);
        happens("M1");
        await().atMost(PATIENCE).until(() -> aside().size() == 1);
        String run = aside().get(0).path("run").asString();
        assertThat(operator.post(path("/journeys/aside/" + run + "/skip"), Map.of())
                        .status())
                .isEqualTo(204);
        await().atMost(PATIENCE)
                .until(() ->
                        database.fetchExists(RUN, RUN.JOURNEY_ID.eq(journey).and(RUN.NODE.eq("c"))));
    }

    private JsonNode asideOf(Object journey) {
        return operator.get(path("/journeys/aside?journey=" + journey)).json().path("items");
    }

    private JsonNode aside() {
        return operator.get(path("/journeys/aside")).json().path("items");
    }

    /// As if another brand's.
    private void hide(String segment) {
        bring(segment, brands.chinese());
    }

    private void show(String segment) {
        bring(segment, brand);
    }

    private void bring(String segment, Brand to) {
        database.update(SAVED_SEGMENT)
                .set(SAVED_SEGMENT.BRAND_ID, to.id().value())
                .where(SAVED_SEGMENT.ID.eq(Long.parseLong(segment)))
                .execute();
    }
}
