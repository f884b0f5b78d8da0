package io.waterwheel.journey.engine;

import static io.waterwheel.journey.JourneyStage.DAY;
import static io.waterwheel.journey.JourneyStage.PATIENCE;
import static io.waterwheel.journey.JourneyStage.definition;
import static io.waterwheel.journey.JourneyStage.end;
import static io.waterwheel.journey.JourneyStage.node;
import static io.waterwheel.journey.JourneyStage.onEvent;
import static io.waterwheel.journey.JourneyStage.until;
import static io.waterwheel.journey.generated.Tables.NODE_TALLY;
import static io.waterwheel.journey.generated.Tables.NODE_TALLY_ENTRY;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.segment.generated.Tables.SAVED_SEGMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.journey.AskedMessages;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.JourneyStage;
import io.waterwheel.journey.people.JourneyCounts;
import io.waterwheel.journey.people.NodeCount;
import io.waterwheel.journey.people.Runs;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Outreach;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/// What is told of each node: how many came, where they are, where they went, and what became of them.
@ServerTest
class CountStories {

    private static final String GOAL = ",'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':7}";
    private static final String ORDER = "{'order_id':'%s','total':10,'products':[]}";
    private static final int OTHERS = 20_000;

    @Autowired
    private JourneyEvents events;

    @Autowired
    private Runs runs;

    @Autowired
    private List<PersonalData> stores;

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
    void whoeverCameIsHereOrWentOnOrLeftOrIsAside() {
        String shanghai = shanghai();
        String journey = stage.live(
                "计数",
                definition(
                        onEvent("Member Joined"),
                        GOAL + ",'exitRules':[{'type':'event','event':{'event':'Member Left'}}]",
                        node("a", until("Tea Tasted"), "{'happened':'b','timeout':'z'}"),
                        node("b", DAY, "{'next':'c'}"),
                        node(
                                "c",
                                "{'type':'branch','cases':[{'exit':'in','condition':{'type':'segment','segment':'"
                                        + shanghai + "'}}]}",
                                "{'in':'a','else':'a'}"),
                        end("z")));
        List<CustomerNo> five = List.of(1, 2, 3, 4, 5).stream()
                .map(n -> stage.happens("M" + n, "Member Joined"))
                .toList();
        five.forEach(customer -> stage.untilAt(customer, "a"));
        List.of("M2", "M4", "M5").forEach(member -> stage.happens(member, "Tea Tasted"));
        List.of(1, 3, 4).forEach(member -> stage.untilAt(five.get(member), "b"));
        stage.happens("M3", "Member Left");
        stage.untilEnded(five.get(2));
        stage.happens("M4", "Order Completed", ORDER.formatted("4"));
        await().atMost(PATIENCE).until(() -> counts(journey).goals() == 1);
        bring(shanghai, brands.chinese());
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        await().atMost(PATIENCE)
                .until(() -> counts(journey).nodes().stream()
                                .mapToLong(NodeCount::aside)
                                .sum()
                        == 3);
        right(journey);
        bring(shanghai, stage.brand);
        decide(five.get(1), "retry");
        stage.untilAt(five.get(1), "a");
        assertThat(at(journey, "a"))
                .as("M2 came twice and is one of five people; M1 and M2 wait, M3 left")
                .isEqualTo(new NodeCount(1, "a", 6, 2, 0, Map.of("happened", 3L), 1, 5, 1));
        assertThat(at(journey, "b"))
                .as("who could not go on stands where they were")
                .isEqualTo(new NodeCount(1, "b", 3, 0, 2, Map.of("next", 1L), 0, 3, 1));
        assertThat(at(journey, "c")).isEqualTo(new NodeCount(1, "c", 1, 0, 0, Map.of("else", 1L), 0, 1, 0));
        right(journey);
        decide(five.get(3), "take-out");
        decide(five.get(4), "retry");
        stage.untilAt(five.get(4), "a");
        assertThat(at(journey, "b"))
                .as("M4 was taken out of it")
                .isEqualTo(new NodeCount(1, "b", 3, 0, 0, Map.of("next", 2L), 1, 3, 1));
        clock.advance(Duration.ofDays(3).plusMinutes(1));
        five.forEach(stage::untilEnded);
        right(journey);
        assertThat(counts(journey).inside()).isZero();
        stage.happens("M5", "Order Completed", ORDER.formatted("5"));
        await().atMost(PATIENCE).until(() -> counts(journey).goals() == 2);
        assertThat(counts(journey).nodes())
                .as("also who met it after they had left")
                .extracting(NodeCount::node, NodeCount::converted)
                .containsExactly(tuple("a", 2L), tuple("b", 2L), tuple("c", 1L), tuple("z", 1L));
        right(journey);
    }

    @Test
    void eachVersionIsCountedByItself() {
        String definition = definition(onEvent("Member Joined"), "", node("a", DAY, "{'next':'z'}"), end("z"));
        String journey = stage.live("两版", definition);
        stage.untilAt(stage.happens("M1", "Member Joined"), "a");
        stage.change(journey, "两版", definition.replace("'amount':1", "'amount':2"));
        stage.publish(journey);
        stage.untilAt(stage.happens("M2", "Member Joined"), "a");
        stage.untilAt(stage.happens("M3", "Member Joined"), "a");
        assertThat(counts(journey).nodes())
                .extracting(NodeCount::version, NodeCount::entered)
                .containsExactly(tuple(1, 1L), tuple(2, 2L));
    }

    @Test
    void whatComesAgainOrIsKilledCountsOnce() {
        String journey = stage.live(
                "重放计数",
                definition(
                        onEvent("Tea Tasted"),
                        GOAL + ",'reentry':{'rule':'always','key':'tea'}",
                        node("a", "{'type':'webhook','name':'hello'}", "{'next':'b'}"),
                        node("b", DAY, "{'next':'z'}"),
                        end("z")));
        long before = log.end();
        stage.untilAt(stage.happens("M1", "Tea Tasted", "{'tea':'龙井'}"), "b");
        CustomerNo lin = stage.happens("M1", "Order Completed", ORDER.formatted("1"));
        await().atMost(PATIENCE).until(() -> counts(journey).goals() == 1);
        JourneyCounts once = counts(journey);
        List<LoggedEvent> again = log.read(before, 2);
        for (int i = 0; i < 3; i++) {
            transactions.executeWithoutResult(_ -> events.consume(database, again));
        }
        assertThat(counts(journey)).isEqualTo(once);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    database.deleteFrom(RUN)
                            .where(RUN.CUSTOMER_NO.eq(lin.value()))
                            .execute();
                    events.consume(database, again);
                    assertThat(counts(journey).entered()).isEqualTo(2);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(counts(journey)).isEqualTo(once);
        clock.advance(Duration.ofDays(1).plusMinutes(1));
        stage.untilEnded(lin);
        right(journey);
    }

    @Test
    void whoIsMergedOrForgottenIsNoLongerInside() {
        String journey =
                stage.live("合并计数", definition(onEvent("App Opened"), "", node("a", DAY, "{'next':'z'}"), end("z")));
        CustomerNo one = stage.opens("u1");
        CustomerNo other = stage.opens("u2");
        CustomerNo third = stage.opens("u3");
        List.of(one, other, third).forEach(customer -> stage.untilAt(customer, "a"));
        stage.samePerson("u1", "u2");
        await().atMost(PATIENCE).until(() -> at(journey, "a").left() == 1);
        PersonalData store = stores.stream()
                .filter(data -> data.name().equals("journeys"))
                .findFirst()
                .orElseThrow();
        Person person = new Person(third, Set.of(third), List.of());
        for (int i = 0; i < 2; i++) {
            transactions.executeWithoutResult(_ -> store.erase(database, person));
        }
        assertThat(at(journey, "a")).isEqualTo(new NodeCount(1, "a", 3, 1, 0, Map.of(), 2, 3, 0));
        right(journey);
    }

    @Test
    void aLookCostsTheSameHoweverManyRunsThereAre() {
        String journey =
                stage.live("代价", definition(onEvent("App Opened"), "", node("a", DAY, "{'next':'z'}"), end("z")));
        stage.untilAt(stage.opens("u1"), "a");
        transactions.executeWithoutResult(status -> {
            others(Long.parseLong(journey));
            List<Long> before = read();
            assertThat(counts(journey).inside()).isEqualTo(1);
            assertThat(read()).as("rows read of %d runs", OTHERS).isEqualTo(before);
            status.setRollbackOnly();
        });
    }

    private void others(long journey) {
        database.execute("""
                with entered as (
                    insert into journey.run (brand_id, journey_id, version, customer_no, entry_key, occasion, node,
                        state, waiting, due_at, held_millis, passed, control, context, entered_at, moved_at)
                    select %d, %d, 1, 100000000 + n, '', 'other', 'a', 'waiting', 'event',
                        now() + interval '3 days', 0, 0, false, '{}', now(), now()
                    from generate_series(1, %d) n
                    returning id)
                insert into journey.run_step (run_id, number, node, exit, at)
                select id, 1, 'a', 'next', now() from entered""".formatted(stage.brand.id().value(), journey, OTHERS));
        database.execute("analyze journey.run");
        database.execute("analyze journey.run_step");
    }

    private List<Long> read() {
        return database.resultQuery("""
                select sum(seq_scan), sum(idx_tup_fetch) from pg_stat_xact_user_tables
                where schemaname = 'journey' and relname in ('run', 'run_step')""").fetchSingle(row -> List.of(row.get(0, Long.class), row.get(1, Long.class)));
    }

    /// What a person decides about somebody who was put aside.
    private void decide(CustomerNo customer, String what) {
        for (JsonNode put :
                stage.operator.get(stage.path("/journeys/aside")).json().path("items")) {
            if (put.path("customerNo").asInt() == customer.value()) {
                String at = "/journeys/aside/" + put.path("run").asString() + "/" + what;
                assertThat(stage.operator.post(stage.path(at), Map.of()).status())
                        .isEqualTo(204);
            }
        }
    }

    private JourneyCounts counts(String journey) {
        return runs.counts(stage.brand, JourneyId.of(journey));
    }

    private NodeCount at(String journey, String node) {
        return counts(journey).nodes().stream()
                .filter(one -> one.node().equals(node))
                .findFirst()
                .orElseThrow();
    }

    /// The numbers add up, who is inside stands there, and what was counted is what counting anew finds.
    private void right(String journey) {
        JourneyCounts counts = counts(journey);
        for (NodeCount node : counts.nodes()) {
            long went =
                    node.passed().values().stream().mapToLong(Long::longValue).sum();
            assertThat(node.entered()).as(node.toString()).isEqualTo(node.inside() + node.aside() + node.left() + went);
            assertThat(node.inside())
                    .as(node.toString())
                    .isEqualTo(database.fetchCount(
                            RUN,
                            RUN.JOURNEY_ID
                                    .eq(Long.valueOf(journey))
                                    .and(RUN.VERSION.eq(node.version()))
                                    .and(RUN.NODE.eq(node.node()))
                                    .and(RUN.STATE.eq("waiting"))));
        }
        transactions.executeWithoutResult(status -> {
            Map<String, Long> counted = tallies(journey);
            database.deleteFrom(NODE_TALLY_ENTRY).execute();
            database.deleteFrom(NODE_TALLY).execute();
            database.execute("set local search_path to journey");
            database.execute(countingAnew());
            assertThat(tallies(journey)).isEqualTo(counted);
            status.setRollbackOnly();
        });
    }

    private Map<String, Long> tallies(String journey) {
        Map<String, Long> sums = new TreeMap<>();
        Long id = Long.valueOf(journey);
        database.selectFrom(NODE_TALLY)
                .where(NODE_TALLY.JOURNEY_ID.eq(id))
                .forEach(row -> sums.merge(
                        String.join(" ", row.getVersion().toString(), row.getNode(), row.getWhat(), row.getExit()),
                        row.getCount(),
                        Long::sum));
        database.selectFrom(NODE_TALLY_ENTRY)
                .where(NODE_TALLY_ENTRY.JOURNEY_ID.eq(id))
                .forEach(row -> sums.merge(
                        String.join(" ", row.getVersion().toString(), row.getNode(), row.getWhat(), row.getExit()),
                        row.getCount(),
                        Long::sum));
        return sums;
    }

    /// What counts the runs there were before there were tallies.
    private static String countingAnew() {
        try (InputStream file =
                CountStories.class.getResourceAsStream("/db/migration/journey/V3__tally_past_runs.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String shanghai() {
        return stage.operator
                .post(
                        stage.path("/segments"),
                        Browser.json("{'name':'都市','definition':{'type':'attribute','attribute':'city',"
                                + "'operator':'is','values':['上海']}}"))
                .json()
                .path("id")
                .asString();
    }

    /// As when it is another brand's: who is asked about it cannot go on.
    private void bring(String segment, Brand to) {
        database.update(SAVED_SEGMENT)
                .set(SAVED_SEGMENT.BRAND_ID, to.id().value())
                .where(SAVED_SEGMENT.ID.eq(Long.parseLong(segment)))
                .execute();
    }
}
