package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jooq.DSLContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Takes back what an import brought: its events are retracted piece by piece, its versions of reference data are
/// deleted. Doing a piece again changes nothing, so after a kill it goes on from its checkpoint.
@Component
class UndoJob implements JobHandler {

    static final String KIND = "import-undo";

    private static final int RUNS = 500;
    private static final int PIECE = 5_000;

    private final ImportRows rows;
    private final ImportReach reach;
    private final FileKinds kinds;
    private final Brands brands;
    private final ObjectProvider<Retractions> retractions;
    private final DSLContext database;
    private final InstantSource clock;

    UndoJob(
            ImportRows rows,
            ImportReach reach,
            FileKinds kinds,
            Brands brands,
            ObjectProvider<Retractions> retractions,
            DSLContext database,
            InstantSource clock) {
        this.rows = rows;
        this.reach = reach;
        this.kinds = kinds;
        this.brands = brands;
        this.retractions = retractions;
        this.database = database;
        this.clock = clock;
    }

    /// @param position up to where events are retracted
    record Progress(long position, long retracted) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Brand brand = brands.get(Objects.requireNonNull(run.brand()));
        ImportId id = new ImportId(run.params(ImportJob.Params.class).importId());
        ImportRecord row = rows.get(brand, id);
        if (!row.getState().equals(ImportRows.UNDOING)) {
            // The run before was killed after its last word.
            return;
        }
        try {
            retract(run, brand, id, row);
            kinds.of(row.getKind()).undo(id.value());
            rows.undone(id);
        } catch (Problem problem) {
            rows.problem(id, problem);
            throw problem;
        }
    }

    private void retract(JobRun run, Brand brand, ImportId id, ImportRecord row) {
        Progress at = run.checkpoint(Progress.class).orElse(new Progress(0, 0));
        long total = reach.size(id);
        for (List<ImportReach.Run> runs = reach.after(id, at.position, RUNS);
                !runs.isEmpty();
                runs = reach.after(id, at.position, RUNS)) {
            for (ImportReach.Run each : runs) {
                for (long from = Math.max(each.from(), at.position + 1); from <= each.to(); from = at.position + 1) {
                    run.checkStop();
                    long to = Math.min(each.to(), from + PIECE - 1);
                    available()
                            .retract(LongStream.rangeClosed(from, to).boxed().toList(), because(brand, id, row, from));
                    at = new Progress(to, at.retracted + to - from + 1);
                    run.checkpoint(database, at);
                    run.progress(
                            FilePass.WHOLE * at.retracted / Math.max(1, total),
                            FilePass.WHOLE,
                            FilePass.counted("已撤销 %,d / %,d 条", "%,d of %,d records taken back", at.retracted, total));
                }
            }
        }
    }

    private Retractions available() {
        Retractions available = retractions.getIfAvailable();
        if (available == null) {
            throw new Problem(IntakeProblem.UNDO_UNAVAILABLE);
        }
        return available;
    }

    private NewEvent because(Brand brand, ImportId id, ImportRecord row, long from) {
        return new NewEvent(
                brand.id(),
                Objects.requireNonNull(row.getSource()),
                "undo:" + id + ":" + from,
                EventNames.IMPORT_UNDONE,
                clock.instant(),
                Subject.NOBODY,
                "{\"import\":" + id + "}",
                "{}");
    }
}
