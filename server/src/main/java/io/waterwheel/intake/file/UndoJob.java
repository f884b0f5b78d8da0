package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.generated.tables.records.ImportRecord;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Retractions;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/// Takes back what an import brought: its events are retracted piece by piece, its versions of reference data are
/// deleted. Doing a piece again changes nothing, so after a kill it goes on from its checkpoint.
@Component
class UndoJob implements JobHandler {

    static final String KIND = "import-undo";

    private static final int PIECE = 5_000;

    private final ImportRows rows;
    private final ImportReach reach;
    private final FileKinds kinds;
    private final Brands brands;
    private final EventLog log;
    private final Retractions retractions;
    private final InstantSource clock;

    UndoJob(
            ImportRows rows,
            ImportReach reach,
            FileKinds kinds,
            Brands brands,
            EventLog log,
            Retractions retractions,
            InstantSource clock) {
        this.rows = rows;
        this.reach = reach;
        this.kinds = kinds;
        this.brands = brands;
        this.log = log;
        this.retractions = retractions;
        this.clock = clock;
    }

    record Progress(long retracted) {}

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
        long retracted = run.checkpoint(Progress.class).map(Progress::retracted).orElse(0L);
        long total = retracted + reach.size(id);
        for (ImportReach.Run next = reach.first(id, PIECE); next != null; next = reach.first(id, PIECE)) {
            run.checkStop();
            retract(brand, id, row, next.from(), next.to());
            retracted += next.to() - next.from() + 1;
            // Forgotten at once: the same events may come again with another import, which this one must not touch.
            reach.forget(id, next, run, new Progress(retracted));
            run.progress(
                    FilePass.WHOLE * retracted / Math.max(1, total),
                    FilePass.WHOLE,
                    FilePass.counted("已撤销 %,d / %,d 条", "%,d of %,d records taken back", retracted, total));
        }
    }

    private void retract(Brand brand, ImportId id, ImportRecord row, long from, long to) {
        List<String> messages = log.read(from - 1, (int) (to - from + 1)).stream()
                .filter(event -> event.position() <= to)
                .map(LoggedEvent::messageId)
                .toList();
        if (!messages.isEmpty()) {
            String source = Objects.requireNonNull(row.getSource());
            retractions.retract(brand.id(), source, messages, because(brand, id, source, from));
        }
    }

    private NewEvent because(Brand brand, ImportId id, String source, long from) {
        return new NewEvent(
                brand.id(),
                source,
                "undo:" + id + ":" + from,
                EventNames.EVENTS_RETRACTED,
                clock.instant(),
                Subject.NOBODY,
                "{\"import\":" + id + "}",
                "{}");
    }
}
