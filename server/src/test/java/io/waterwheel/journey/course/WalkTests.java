package io.waterwheel.journey.course;

import static io.waterwheel.journey.language.JourneyText.end;
import static io.waterwheel.journey.language.JourneyText.node;
import static io.waterwheel.journey.language.JourneyText.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.JourneyLint;
import io.waterwheel.journey.language.JourneyText;
import io.waterwheel.segment.language.Condition;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class WalkTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String DAY = "{'type':'delay','span':{'amount':1,'unit':'days'}}";
    private static final String GOAL = ",'goal':{'type':'event','event':{'event':'Order Completed'},'withinDays':7}";

    @Test
    void somebodyGoesOnUntilTheyWait() {
        JourneyDefinition journey = JourneyText.read(of(
                node("a", "{'type':'tag','tag':'1','added':true}", "{'next':'b'}")
                        + "," + node("b", DAY, "{'next':'c'}")
                        + "," + end("c"),
                ""));
        Walk.Walked came = walk(journey, "a", new Signal.Arrived(), 0);
        assertThat(came.node()).isEqualTo("b");
        assertThat(came.path()).containsExactly(new Walk.Passed(1, "a", "next"));
        assertThat(came.effects()).hasSize(1).allMatch(done -> done.number() == 1);
        assertThat(came.last()).isEqualTo(new Next.Stays(Waiting.TIME, NOON.plus(Duration.ofDays(1)), List.of()));
        Walk.Walked gone = walk(journey, "b", new Signal.TimeCame(false), came.number());
        assertThat(gone.last()).isEqualTo(new Next.Ends(EndReason.COMPLETED));
        assertThat(gone.path()).containsExactly(new Walk.Passed(2, "b", "next"), new Walk.Passed(3, "c", null));
    }

    @Test
    void aMessageIsAskedForUnderThePassageThatWillBeAnswered() {
        JourneyDefinition journey = JourneyText.read(of(
                node("a", "{'type':'message','template':'1','purpose':'service'}", "{'sent':'b','notSent':'b'}") + ","
                        + end("b"),
                ""));
        Walk.Walked asked = walk(journey, "a", new Signal.Arrived(), 4);
        assertThat(asked.effects().getFirst().number()).isEqualTo(5);
        assertThat(asked.number()).as("not left yet").isEqualTo(4);
        assertThat(walk(journey, "a", new Signal.Answered("sent"), 4).path().getFirst())
                .isEqualTo(new Walk.Passed(5, "a", "sent"));
        assertThat(walk(journey, "a", new Signal.Answered("elsewhere"), 4).last())
                .isEqualTo(new Next.Ignored());
    }

    @Test
    void aTimeOfDayThatAPauseHasPassedComesAgain() {
        JourneyDefinition journey = JourneyText.read(
                of(node("a", "{'type':'untilTime','time':'10:00'}", "{'next':'b'}") + "," + end("b"), ""));
        Walk.Walked again = walk(journey, "a", new Signal.TimeCame(true), 0);
        assertThat(again.last())
                .isEqualTo(new Next.Stays(Waiting.TIME, Instant.parse("2026-03-03T02:00:00Z"), List.of()));
        assertThat(walk(journey, "a", new Signal.TimeCame(false), 0).last())
                .isEqualTo(new Next.Ends(EndReason.COMPLETED));
    }

    /// In Berlin, where in the night of 29 March 2026 two o'clock is three.
    @Test
    void inTheNightTheClockChangesADayIsADayAndATimeOfDayComes() {
        Instant evening = Instant.parse("2026-03-28T19:00:00Z");
        assertThat(waitsInBerlin(DAY, evening))
                .as("as late by the clock on the wall")
                .isEqualTo(Instant.parse("2026-03-29T18:00:00Z"));
        assertThat(waitsInBerlin("{'type':'delay','span':{'amount':24,'unit':'hours'}}", evening))
                .isEqualTo(Instant.parse("2026-03-29T19:00:00Z"));
        assertThat(waitsInBerlin("{'type':'untilTime','time':'02:30'}", evening))
                .as("the half hour that is missing is an hour later on the clock")
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    private static Instant waitsInBerlin(String step, Instant now) {
        JourneyDefinition journey = JourneyText.read(of(node("a", step, "{'next':'b'}") + "," + end("b"), ""));
        Traveller who = new Traveller(1, 7, now, ZoneId.of("Europe/Berlin"));
        Next last = new Walk(journey, journey.byId(), who, _ -> true, 0)
                .from("a", new Signal.Arrived(), now, false)
                .last();
        return Objects.requireNonNull(((Next.Stays) last).until());
    }

    @Test
    void aSplitSharesByWeightAndForEverTheSame() {
        JourneyDefinition journey = JourneyText.read(of(
                node(
                                "a",
                                "{'type':'split','arms':[{'exit':'x','weight':1},{'exit':'y','weight':3}]}",
                                "{'x':'b','y':'b'}")
                        + "," + end("b"),
                ""));
        Map<String, Integer> shares = new HashMap<>();
        for (int customer = 1; customer <= 4_000; customer++) {
            String exit = exit(journey, customer);
            assertThat(exit(journey, customer)).isEqualTo(exit);
            shares.merge(exit, 1, Integer::sum);
        }
        // 1,000 ± 6 standard deviations of 27.
        assertThat(shares.get("x")).isBetween(836, 1_164);
    }

    private static String exit(JourneyDefinition journey, int customer) {
        return Objects.requireNonNull(new Walk(journey, journey.byId(), who(customer), _ -> true, 0)
                .from("a", new Signal.Arrived(), NOON, false)
                .path()
                .getFirst()
                .exit());
    }

    @Test
    void whoIsKeptBackStaysUntilTheGoalIsOver() {
        JourneyDefinition journey = JourneyText.read(
                of(node("a", "{'type':'holdout','percent':50}", "{'next':'b'}") + "," + end("b"), GOAL));
        int kept = 0;
        for (int customer = 1; customer <= 1_000; customer++) {
            Walk.Walked came = new Walk(journey, journey.byId(), who(customer), _ -> true, 0)
                    .from("a", new Signal.Arrived(), NOON, false);
            if (came.last() instanceof Next.Stays stays) {
                kept++;
                assertThat(stays).isEqualTo(new Next.Stays(Waiting.CONTROL, NOON.plus(Duration.ofDays(7)), List.of()));
            }
        }
        assertThat(kept).isBetween(405, 595);
        assertThat(walk(journey, "a", new Signal.TimeCame(false), 0).last())
                .isEqualTo(new Next.Ends(EndReason.CONTROL));
    }

    @Test
    void conditionsTakePeopleOutBeforeTheyLeaveAWait() {
        JourneyDefinition journey = JourneyText.read(
                of(
                        node("a", DAY, "{'next':'b'}") + "," + end("b"),
                        ",'goal':{'type':'condition','condition':{'type':'tag','operator':'any','tags':['1']},'withinDays':7,"
                                + "'leave':true},"
                                + "'exitRules':[{'type':'condition','condition':{'type':'tag','operator':'any','tags':['2']}}]"));
        assertThat(walk(journey, _ -> true).last()).isEqualTo(new Next.Ends(EndReason.GOAL));
        assertThat(walk(journey, condition -> condition.toString().contains("2"))
                        .last())
                .isEqualTo(new Next.Ends(EndReason.RULE));
        assertThat(walk(journey, _ -> false).last()).isEqualTo(new Next.Ends(EndReason.COMPLETED));
    }

    private static Walk.Walked walk(JourneyDefinition journey, Predicate<Condition> meets) {
        return new Walk(journey, journey.byId(), who(7), meets, 0).from("a", new Signal.TimeCame(false), NOON, false);
    }

    @Test
    void everyJourneyThatMayBePublishedComesToAWaitAndInTheEndToAnEnd() {
        int published = 0;
        for (int seed = 1; seed <= 3_000; seed++) {
            Random random = new Random(seed);
            JourneyDefinition journey = JourneyText.read(random(random));
            if (JourneyLint.check(journey, "", JourneyText.NINE, null).isEmpty()) {
                published++;
                assertThat(ends(journey, random)).as("seed " + seed).isTrue();
            }
        }
        assertThat(published).as("some are sound, with loops among them").isGreaterThan(200);
    }

    /// Chance always finds a way out in time: from each node some way leads to an end.
    private static boolean ends(JourneyDefinition journey, Random random) {
        Instant now = NOON;
        String at = journey.start();
        Signal signal = new Signal.Arrived();
        int number = 0;
        for (int i = 0; i < 20_000; i++) {
            Walk.Walked walked = new Walk(
                            journey, journey.byId(), who(random.nextInt(1, 1_000)), _ -> random.nextBoolean(), number)
                    .from(at, signal, now, false);
            if (walked.last() instanceof Next.Ends) {
                return true;
            }
            assertThat(walked.last()).isInstanceOf(Next.Stays.class);
            Instant until = ((Next.Stays) walked.last()).until();
            assertThat(until).isNotNull().isAfterOrEqualTo(now);
            at = walked.node();
            number = walked.number();
            now = until;
            List<String> exits = journey.node(at).orElseThrow().step().exits();
            signal = random.nextInt(4) == 0 && exits.size() > 1
                    ? new Signal.Answered(exits.get(random.nextInt(exits.size())))
                    : new Signal.TimeCame(random.nextInt(50) == 0);
        }
        return false;
    }

    private static String random(Random random) {
        int size = random.nextInt(2, 9);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids.add(Character.toString('a' + i));
        }
        List<String> nodes = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            nodes.add(i == size - 1 ? end(ids.get(i)) : random(random, ids, i));
        }
        return of(String.join(",", nodes), GOAL);
    }

    private static String random(Random random, List<String> ids, int i) {
        return switch (random.nextInt(8)) {
            case 0 -> node(ids.get(i), DAY, "{'next':'" + target(random, ids, i) + "'}");
            case 1 ->
                node(ids.get(i), "{'type':'untilTime','time':'02:30'}", "{'next':'" + target(random, ids, i) + "'}");
            case 2 ->
                node(
                        ids.get(i),
                        "{'type':'untilEvent','event':{'event':'X'},'timeout':{'amount':2,'unit':'hours'}}",
                        "{'happened':'" + target(random, ids, i) + "','timeout':'" + target(random, ids, i) + "'}");
            case 3 ->
                node(
                        ids.get(i),
                        "{'type':'branch','cases':[{'exit':'y','condition':{'type':'and','conditions':[]}}]}",
                        "{'y':'" + target(random, ids, i) + "','else':'" + target(random, ids, i) + "'}");
            case 4 ->
                node(
                        ids.get(i),
                        "{'type':'split','arms':[{'exit':'p','weight':1},{'exit':'q','weight':1}]}",
                        "{'p':'" + target(random, ids, i) + "','q':'" + target(random, ids, i) + "'}");
            case 5 ->
                node(
                        ids.get(i),
                        "{'type':'message','template':'1','purpose':'service'}",
                        "{'sent':'" + target(random, ids, i) + "','notSent':'" + target(random, ids, i) + "'}");
            case 6 ->
                node(
                        ids.get(i),
                        "{'type':'task','title':'t','deadline':{'amount':1,'unit':'days'}}",
                        "{'done':'" + target(random, ids, i) + "','overdue':'" + target(random, ids, i) + "'}");
            default -> node(ids.get(i), "{'type':'webhook','name':'w'}", "{'next':'" + target(random, ids, i) + "'}");
        };
    }

    /// Mostly onward, sometimes back.
    private static String target(Random random, List<String> ids, int i) {
        return random.nextInt(5) == 0
                ? ids.get(random.nextInt(ids.size()))
                : ids.get(random.nextInt(i + 1, Math.min(ids.size(), i + 3)));
    }

    private static Walk.Walked walk(JourneyDefinition journey, String at, Signal signal, int number) {
        return new Walk(journey, journey.byId(), who(7), _ -> true, number).from(at, signal, NOON, false);
    }

    private static Traveller who(int customer) {
        return new Traveller(1, customer, NOON, SHANGHAI);
    }
}
