package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;

import io.waterwheel.journey.count.Counted;
import io.waterwheel.journey.count.Tallies;
import io.waterwheel.journey.count.TallyKey;
import io.waterwheel.journey.course.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What one batch counts. What depends on where a run was before is looked up when the batch is written, by one
/// statement: who reached the goal, and who came to a node of a loop.
public final class Tally {

    private final List<Change> changes = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<Reached> reached = new ArrayList<>();

    private record Change(Run run, String node, Counted what, String exit) {}

    /// @param passed how many nodes were left before
    private record Arrival(Run run, String node, int passed) {}

    /// @param passed how many nodes were left before
    /// @param node   where they were; of somebody who has left, the last
    private record Reached(Run run, int passed, String node, Instant at) {}

    Tally() {}

    /// @param looped whether one can come to the node again
    void came(Run run, String node, int passed, boolean looped) {
        count(run, node, Counted.CAME);
        if (looped) {
            arrivals.add(new Arrival(run, node, passed));
        } else {
            count(run, node, Counted.PEOPLE);
        }
    }

    void passed(Run run, Walk.Passed passed) {
        String exit = passed.exit();
        changes.add(
                exit == null
                        ? new Change(run, passed.node(), Counted.LEFT, "")
                        : new Change(run, passed.node(), Counted.WENT, exit));
    }

    void of(Run run, Counted what) {
        count(run, "", what);
    }

    /// @param at when
    void reached(Run run, Instant at) {
        of(run, Counted.GOAL);
        reached.add(new Reached(run, run.passed, run.node, at));
    }

    private void count(Run run, String node, Counted what) {
        changes.add(new Change(run, node, what, ""));
    }

    /// After the steps are written.
    ///
    /// @param dropped runs that turned out not to be
    void write(DSLContext transaction, Set<Run> dropped) {
        arrivals.removeIf(one -> dropped.contains(one.run));
        reached.removeIf(one -> dropped.contains(one.run));
        Map<Long, List<Left>> paths = paths(transaction);
        arrivals.stream()
                .filter(one -> left(paths, one.run, one.passed).noneMatch(left -> left.node.equals(one.node)))
                .forEach(one -> count(one.run, one.node, Counted.PEOPLE));
        reached.forEach(one -> visited(left(paths, one.run, one.passed).toList(), one)
                .forEach(node -> count(one.run, node, Counted.GOAL)));
        Map<TallyKey, Long> sums = new HashMap<>();
        for (Change change : changes) {
            if (!dropped.contains(change.run)) {
                Run run = change.run;
                sums.merge(
                        new TallyKey(run.journey, run.version, change.node, change.what, change.exit), 1L, Long::sum);
            }
        }
        Tallies.add(transaction, sums);
    }

    /// A node that was left.
    private record Left(int number, String node, Instant at) {}

    private Map<Long, List<Left>> paths(DSLContext transaction) {
        Long[] ids = Stream.concat(
                        arrivals.stream().map(Arrival::run), reached.stream().map(Reached::run))
                .map(run -> run.id)
                .distinct()
                .toArray(Long[]::new);
        return ids.length == 0
                ? Map.of()
                : transaction
                        .select(RUN_STEP.RUN_ID, RUN_STEP.NUMBER, RUN_STEP.NODE, RUN_STEP.AT)
                        .from(RUN_STEP)
                        .where(RUN_STEP.RUN_ID.eq(DSL.any(ids)))
                        .orderBy(RUN_STEP.RUN_ID, RUN_STEP.NUMBER)
                        .fetch()
                        .stream()
                        .collect(Collectors.groupingBy(
                                row -> row.value1(),
                                Collectors.mapping(
                                        row -> new Left(row.value2(), row.value3(), row.value4()),
                                        Collectors.toList())));
    }

    private static Stream<Left> left(Map<Long, List<Left>> paths, Run run, int passed) {
        return paths.getOrDefault(run.id, List.of()).stream().filter(left -> left.number <= passed);
    }

    /// The nodes somebody had come to when they reached the goal: what they came to later, while it was not yet
    /// told, has no part in it.
    private static Set<String> visited(List<Left> left, Reached goal) {
        Set<String> nodes = new HashSet<>();
        @Nullable Instant came = null;
        for (Left one : left) {
            if (came == null || !came.isAfter(goal.at)) {
                nodes.add(one.node);
            }
            came = one.at;
        }
        if (came == null || !came.isAfter(goal.at)) {
            nodes.add(goal.node);
        }
        return nodes;
    }

    /// Counts the end of runs that are ended otherwise than by [Moves], before they are; holds them until the
    /// transaction ends.
    ///
    /// @param which of the runs still inside
    public static void end(DSLContext transaction, Condition which) {
        Map<TallyKey, Long> sums = new HashMap<>();
        transaction
                .select(RUN.JOURNEY_ID, RUN.VERSION, RUN.NODE)
                .from(RUN)
                .where(which)
                .and(RUN.STATE.ne(DSL.inline(RunState.ENDED.code())))
                .orderBy(RUN.ID)
                .forUpdate()
                .forEach(row -> {
                    sums.merge(TallyKey.of(row.value1(), row.value2(), row.value3(), Counted.LEFT), 1L, Long::sum);
                    sums.merge(TallyKey.of(row.value1(), row.value2(), Counted.ENDED), 1L, Long::sum);
                });
        Tallies.add(transaction, sums);
    }
}
