package io.waterwheel.intake.quarantine;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.collect.SecondJudgement;
import io.waterwheel.intake.collect.SecondJudgement.Verdict;
import io.waterwheel.intake.generated.tables.records.QuarantineRecord;
import io.waterwheel.intake.source.Reporter;
import io.waterwheel.intake.source.Reporters;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.job.JobStopped;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Replays all events of one source and reason, in the order in which they came.
@Component
class ReplayJob implements JobHandler {

    private static final Logger log = LoggerFactory.getLogger(ReplayJob.class);

    static final String KIND = "quarantine-replay";

    /// A body may have 500 KB, so a piece stays below some dozen megabytes.
    private static final int PIECE = 50;

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final QuarantineRows rows;
    private final SecondJudgement judgement;
    private final Reporters reporters;
    private final Brands brands;
    private final EventLog events;
    private final Vault vault;
    private final DSLContext database;

    ReplayJob(
            QuarantineRows rows,
            SecondJudgement judgement,
            Reporters reporters,
            Brands brands,
            EventLog events,
            Vault vault,
            DSLContext database) {
        this.rows = rows;
        this.judgement = judgement;
        this.reporters = reporters;
        this.brands = brands;
        this.events = events;
        this.vault = vault;
        this.database = database;
    }

    /// @param upTo the newest row there was when a person asked for it
    /// @param by   who that was
    record Params(@Nullable Long source, @Nullable String reason, long upTo, String by) {

        static Params of(QuarantineFilter filter, long upTo, String by) {
            return new Params(filter.source() == null ? null : filter.source().value(), filter.reason(), upTo, by);
        }

        QuarantineFilter filter(Brand brand) {
            return new QuarantineFilter(
                    brand, source == null ? null : new SourceId(source), reason, QuarantineState.OPEN);
        }
    }

    /// @param after the last row that was judged
    record Progress(long after, long replayed, long refused) {

        long done() {
            return replayed + refused;
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        Params params = run.params(Params.class);
        QuarantineFilter filter = params.filter(brands.get(Objects.requireNonNull(run.brand())));
        Progress progress = run.checkpoint(Progress.class).orElse(new Progress(0, 0, 0));
        long total = progress.done() + rows.count(filter, progress.after, params.upTo);
        Map<Long, Reporter> known = new HashMap<>();
        while (true) {
            run.progress(progress.done(), total, told(progress));
            run.checkStop();
            List<QuarantineRecord> piece = rows.next(filter, progress.after, params.upTo, PIECE);
            if (piece.isEmpty()) {
                return;
            }
            progress = replay(run, params, piece, known, progress);
        }
    }

    private Progress replay(
            JobRun run, Params params, List<QuarantineRecord> piece, Map<Long, Reporter> known, Progress before) {
        Map<Long, Verdict> verdicts = LinkedHashMap.newLinkedHashMap(piece.size());
        for (QuarantineRecord row : piece) {
            Reporter reporter = known.computeIfAbsent(row.getSourceId(), id -> reporters.of(new SourceId(id)));
            verdicts.put(row.getId(), judgement.judge(reporter, StoredPieces.of(row, vault)));
        }
        Set<Long> stuck = append(run, verdicts);
        List<Long> good = new ArrayList<>();
        for (QuarantineRecord row : piece) {
            Verdict verdict = Objects.requireNonNull(verdicts.get(row.getId()));
            if (verdict.reason() == null && !stuck.contains(row.getId())) {
                judgement.keep(new SourceId(row.getSourceId()), verdict.rest(), row.getFirstAt());
                good.add(row.getId());
            }
        }
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            verdicts.forEach((id, verdict) -> {
                if (verdict.reason() != null) {
                    rows.refused(transaction, id, verdict.reason().code());
                }
            });
            rows.close(transaction, good, QuarantineState.REPLAYED, params.by);
            Progress after = new Progress(
                    piece.getLast().getId(),
                    before.replayed + good.size(),
                    before.refused + piece.size() - good.size());
            run.checkpoint(transaction, after);
            return after;
        });
    }

    /// @return the rows whose events the log would not have, for whatever reason: they must not stop the others
    private Set<Long> append(JobRun run, Map<Long, Verdict> verdicts) {
        try {
            append(
                    run,
                    verdicts.values().stream()
                            .flatMap(verdict -> verdict.taken().stream())
                            .toList());
            return Set.of();
        } catch (Problem | JobStopped passing) {
            throw passing;
        } catch (RuntimeException together) {
            Set<Long> stuck = new HashSet<>();
            verdicts.forEach((id, verdict) -> {
                try {
                    append(run, verdict.taken());
                } catch (Problem | JobStopped passing) {
                    throw passing;
                } catch (RuntimeException alone) {
                    log.warn("quarantine.replay failed id={}", id, alone);
                    stuck.add(id);
                }
            });
            return stuck;
        }
    }

    /// A job can wait where a web page cannot.
    private void append(JobRun run, List<NewEvent> taken) {
        while (true) {
            run.checkStop();
            try {
                events.append(taken);
                return;
            } catch (Problem problem) {
                if (problem.type() != KernelProblem.OVERLOADED) {
                    throw problem;
                }
                rest(problem);
            }
        }
    }

    private static void rest(Problem problem) {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw problem;
        }
    }

    private static Text told(Progress progress) {
        return new Text(
                "已重放 %d 条，%d 条仍不能接收".formatted(progress.replayed, progress.refused),
                "%d replayed, %d still refused".formatted(progress.replayed, progress.refused));
    }
}
