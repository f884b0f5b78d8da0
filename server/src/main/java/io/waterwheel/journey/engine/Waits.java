package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.RUN_WAIT;

import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The changes of one batch to the index of waits.
final class Waits {

    /// What an event would do to the run.
    enum Kind {
        NODE,
        GOAL,
        EXIT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private record Added(Kind kind, String event, @Nullable Instant until) {}

    private record Gone(Run run, Kind kind) {}

    private final Map<Run, List<Added>> added = new LinkedHashMap<>();
    private final List<Gone> gone = new ArrayList<>();

    void add(Run run, Kind kind, String event, @Nullable Instant until) {
        added.computeIfAbsent(run, _ -> new ArrayList<>()).add(new Added(kind, event, until));
    }

    /// What was added in this batch is taken back; what was there before is deleted.
    void remove(Run run, Kind kind) {
        added.getOrDefault(run, new ArrayList<>()).removeIf(one -> one.kind == kind);
        if (run.id != 0) {
            gone.add(new Gone(run, kind));
        }
    }

    /// @param dropped runs that turned out not to be
    void write(DSLContext transaction, Set<Run> dropped) {
        delete(transaction);
        RowSet rows = new RowSet(RUN_WAIT.fields());
        added.forEach((run, waits) -> {
            if (!dropped.contains(run)) {
                waits.forEach(one -> rows.row(
                        run.id, one.kind.code(), one.event, run.brand.id().value(), run.customer, one.until));
            }
        });
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            transaction
                    .insertInto(RUN_WAIT, RUN_WAIT.fields())
                    .select(DSL.select(given.fields()).from(given.table()))
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private void delete(DSLContext transaction) {
        if (gone.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(RUN_WAIT.RUN_ID, RUN_WAIT.KIND);
        gone.forEach(one -> rows.row(one.run.id, one.kind.code()));
        RowSet.Given given = rows.as("gone");
        transaction
                .deleteFrom(RUN_WAIT)
                .using(given.table())
                .where(RUN_WAIT.RUN_ID.eq(given.field(RUN_WAIT.RUN_ID)))
                .and(RUN_WAIT.KIND.eq(given.field(RUN_WAIT.KIND)))
                .execute();
    }
}
