package io.waterwheel.intake.file;

import static io.waterwheel.intake.generated.Tables.IMPORT_REACH;

import io.waterwheel.intake.ImportId;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collections;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Which events each import brought, so that they can be taken back.
@Component
class ImportReach {

    private final DSLContext database;
    private final TransactionTemplate transaction;

    ImportReach(DSLContext database, TransactionTemplate transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    /// Positions without gaps.
    record Run(long from, long to) {}

    /// Keeps what a piece brought, together with its checkpoint.
    void keep(ImportId id, List<Long> positions, JobRun run, Object checkpoint) {
        transaction.executeWithoutResult(status -> {
            insert(id, positions);
            run.checkpoint(database, checkpoint);
        });
    }

    private void insert(ImportId id, List<Long> positions) {
        Collections.sort(positions);
        RowSet rows = new RowSet(IMPORT_REACH.IMPORT_ID, IMPORT_REACH.POSITION_FROM, IMPORT_REACH.POSITION_TO);
        for (int i = 0; i < positions.size(); i++) {
            int first = i;
            while (i + 1 < positions.size() && positions.get(i + 1) <= positions.get(i) + 1) {
                i++;
            }
            rows.row(id.value(), positions.get(first), positions.get(i));
        }
        if (!rows.isEmpty()) {
            RowSet.Given given = rows.as("given");
            database.insertInto(
                            IMPORT_REACH, IMPORT_REACH.IMPORT_ID, IMPORT_REACH.POSITION_FROM, IMPORT_REACH.POSITION_TO)
                    .select(org.jooq
                            .impl
                            .DSL
                            .select(
                                    given.field(IMPORT_REACH.IMPORT_ID),
                                    given.field(IMPORT_REACH.POSITION_FROM),
                                    given.field(IMPORT_REACH.POSITION_TO))
                            .from(given.table()))
                    .onConflict(IMPORT_REACH.IMPORT_ID, IMPORT_REACH.POSITION_FROM)
                    .doNothing()
                    .execute();
        }
    }

    /// The runs of an import, in log order.
    List<Run> of(ImportId id) {
        return database.selectFrom(IMPORT_REACH)
                .where(IMPORT_REACH.IMPORT_ID.eq(id.value()))
                .orderBy(IMPORT_REACH.POSITION_FROM)
                .fetch(row -> new Run(row.getPositionFrom(), row.getPositionTo()));
    }

    /// The beginning of the first run, null when nothing is left.
    @Nullable
    Run first(ImportId id, int most) {
        return database.selectFrom(IMPORT_REACH)
                .where(IMPORT_REACH.IMPORT_ID.eq(id.value()))
                .orderBy(IMPORT_REACH.POSITION_FROM)
                .limit(1)
                .fetchOne(row -> new Run(
                        row.getPositionFrom(), Math.min(row.getPositionTo(), row.getPositionFrom() + most - 1)));
    }

    /// Forgets the beginning of a run, together with the checkpoint that says so.
    void forget(ImportId id, Run run, JobRun job, Object checkpoint) {
        transaction.executeWithoutResult(status -> {
            var ofRun = IMPORT_REACH.IMPORT_ID.eq(id.value()).and(IMPORT_REACH.POSITION_FROM.eq(run.from()));
            database.deleteFrom(IMPORT_REACH)
                    .where(ofRun)
                    .and(IMPORT_REACH.POSITION_TO.le(run.to()))
                    .execute();
            database.update(IMPORT_REACH)
                    .set(IMPORT_REACH.POSITION_FROM, run.to() + 1)
                    .where(ofRun)
                    .execute();
            job.checkpoint(database, checkpoint);
        });
    }

    /// How many events an import brought.
    long size(ImportId id) {
        return database.select(org.jooq.impl.DSL.sum(IMPORT_REACH
                        .POSITION_TO
                        .minus(IMPORT_REACH.POSITION_FROM)
                        .plus(1)))
                .from(IMPORT_REACH)
                .where(IMPORT_REACH.IMPORT_ID.eq(id.value()))
                .fetchSingle(row -> row.value1() == null ? 0 : row.value1().longValue());
    }
}
