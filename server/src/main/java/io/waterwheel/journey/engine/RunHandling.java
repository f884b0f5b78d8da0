package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.language.Node;
import io.waterwheel.journey.saved.FollowedJourney;
import io.waterwheel.journey.saved.FollowedJourneys;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people decide about single runs, each in the caller's transaction.
@Component
public class RunHandling {

    private final EngineTools tools;
    private final FollowedJourneys journeys;
    private final DSLContext database;
    private final InstantSource clock;

    RunHandling(EngineTools tools, FollowedJourneys journeys, DSLContext database, InstantSource clock) {
        this.tools = tools;
        this.journeys = journeys;
        this.database = database;
        this.clock = clock;
    }

    /// @return whether it was aside
    public boolean retry(Brand brand, long id) {
        return aside(brand, id)
                .map(run -> {
                    String pending = database.select(POISON.PENDING)
                            .from(POISON)
                            .where(POISON.RUN_ID.eq(id))
                            .fetchSingle(POISON.PENDING);
                    goOn(run, pending.isEmpty() ? null : pending);
                    return true;
                })
                .orElse(false);
    }

    /// @param exit the node's last when null
    /// @return whether it was aside and the node has such an exit
    public boolean skip(Brand brand, long id, @Nullable String exit) {
        return aside(brand, id)
                .map(run -> {
                    Node node =
                            journeys.version(run.journey, run.version).nodes().get(run.node);
                    List<String> exits = node == null ? List.of() : node.step().exits();
                    String by = exit == null && !exits.isEmpty() ? exits.getLast() : exit;
                    if (by == null || !exits.contains(by)) {
                        return false;
                    }
                    goOn(run, by);
                    return true;
                })
                .orElse(false);
    }

    /// @return whether it was aside
    public boolean takeOut(Brand brand, long id) {
        return aside(brand, id)
                .map(run -> {
                    Moves moves = new Moves(tools, database, clock.instant(), false);
                    moves.takeOut(run, journey(run), EndReason.TAKEN_OUT, null);
                    moves.write();
                    return true;
                })
                .orElse(false);
    }

    private void goOn(Run run, @Nullable String pending) {
        FollowedJourney journey = journey(run);
        run.state = RunState.WAITING;
        run.pending = pending;
        run.dueAt = journey.clock(clock.instant());
        run.heldMillis = journey.held().toMillis();
        tools.rows().update(database, List.of(run));
    }

    private FollowedJourney journey(Run run) {
        Map<Long, FollowedJourney> followed = journeys.byId(database, Set.of(run.journey));
        return Objects.requireNonNull(followed.get(run.journey));
    }

    private Optional<Run> aside(Brand brand, long id) {
        return tools
                .rows()
                .these(
                        database,
                        List.of(id),
                        RUN.STATE
                                .eq(RunState.ASIDE.code())
                                .and(RUN.BRAND_ID.eq(brand.id().value())))
                .stream()
                .findFirst();
    }
}
