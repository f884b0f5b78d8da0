package io.waterwheel.intake.quarantine;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.IntakeProblem;
import io.waterwheel.intake.QuarantineId;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.collect.SecondJudgement;
import io.waterwheel.intake.collect.SecondJudgement.Verdict;
import io.waterwheel.intake.collect.StoredPiece;
import io.waterwheel.intake.source.Reporters;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Lets events out of quarantine: into the log, or nowhere.
///
/// An event is appended first and marked afterwards. Between the two a crash may come; then it is replayed once
/// more, which the log knows for a duplicate by its message id.
@Component
public class Replays {

    private static final int LARGEST = 500 * 1024;

    private final QuarantineRows rows;
    private final QuarantinePages pages;
    private final SecondJudgement judgement;
    private final Reporters reporters;
    private final EventLog log;
    private final Vault vault;
    private final AuditTrail audit;
    private final Jobs jobs;
    private final DSLContext database;
    private final ObjectReader json;

    Replays(
            QuarantineRows rows,
            QuarantinePages pages,
            SecondJudgement judgement,
            Reporters reporters,
            EventLog log,
            Vault vault,
            AuditTrail audit,
            Jobs jobs,
            DSLContext database,
            JsonMapper json) {
        this.rows = rows;
        this.pages = pages;
        this.judgement = judgement;
        this.reporters = reporters;
        this.log = log;
        this.vault = vault;
        this.audit = audit;
        this.jobs = jobs;
        this.database = database;
        this.json = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// Replays one event, corrected if a correction comes with it. What was replayed before stays as it is.
    ///
    /// @throws Problem `not-found`, `quarantine-closed`, `invalid` when the correction is no JSON, `too-large`,
    ///         `overloaded`
    public ReplayResult replay(Brand brand, QuarantineId id, @Nullable String correction, Locale locale) {
        Record row = rows.get(brand, id);
        QuarantineState state = QuarantineState.of(row.get(QUARANTINE.STATE));
        require(state, correction == null ? QuarantineStep.REPLAY : QuarantineStep.CORRECT);
        if (state == QuarantineState.REPLAYED) {
            return new ReplayResult(ReplayOutcome.DUPLICATE, pages.event(brand, id, locale), 0);
        }
        if (row.get(QUARANTINE.CALL).equals(StoredPiece.OTHER)) {
            return new ReplayResult(ReplayOutcome.REFUSED, pages.event(brand, id, locale), 0);
        }
        if (correction != null) {
            row = correct(brand, id, correction);
        }
        SourceId source = new SourceId(row.get(QUARANTINE.SOURCE_ID));
        Verdict verdict = judgement.judge(reporters.of(source), StoredPieces.of(row, vault));
        if (verdict.reason() != null) {
            rows.refused(database, id.value(), verdict.reason().code());
            return new ReplayResult(ReplayOutcome.REFUSED, pages.event(brand, id, locale), 0);
        }
        List<Appended> outcomes = log.append(verdict.taken());
        judgement.keep(source, verdict.rest(), row.get(QUARANTINE.FIRST_AT));
        database.transaction(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            if (rows.close(
                            transaction,
                            Set.of(id.value()),
                            QuarantineState.REPLAYED,
                            Actor.current().name())
                    > 0) {
                audit.record("quarantine.replay", "quarantine/" + id, Map.of("brand", brand.key()));
            }
        });
        boolean news = outcomes.stream().anyMatch(Appended.Written.class::isInstance);
        return new ReplayResult(
                news ? ReplayOutcome.REPLAYED : ReplayOutcome.DUPLICATE,
                pages.event(brand, id, locale),
                verdict.rest().size());
    }

    /// Replays all open events of the filter as a job; those that still cannot be taken stay, with their new reason.
    @Transactional
    public JobId replayAll(QuarantineFilter filter) {
        String what = filter.reason() == null ? "" : filter.reason();
        JobId job = jobs.start(new NewJob(
                ReplayJob.KIND,
                new Text("重放隔离区 " + what, "Replay of quarantine " + what),
                filter.brand().id(),
                "events",
                ReplayJob.Params.of(
                        filter, rows.newestId(filter), Actor.current().name()),
                "/b/" + filter.brand().key() + "/quarantine"));
        audit.record("quarantine.replay-all", "brand/" + filter.brand().key(), told(filter));
        return job;
    }

    /// Lets an event go for good. Again on a discarded one it changes nothing.
    ///
    /// @throws Problem `not-found`, `quarantine-closed` when it was replayed
    @Transactional
    public QuarantinedEvent discard(Brand brand, QuarantineId id, Locale locale) {
        require(QuarantineState.of(rows.get(brand, id).get(QUARANTINE.STATE)), QuarantineStep.DISCARD);
        if (rows.close(
                        database,
                        Set.of(id.value()),
                        QuarantineState.DISCARDED,
                        Actor.current().name())
                > 0) {
            audit.record("quarantine.discard", "quarantine/" + id, Map.of("brand", brand.key()));
        }
        return pages.event(brand, id, locale);
    }

    /// @return how many were let go
    @Transactional
    public int discardAll(QuarantineFilter filter) {
        int discarded = rows.discard(filter, Actor.current().name());
        Map<String, Object> detail = new java.util.LinkedHashMap<>(told(filter));
        detail.put("events", discarded);
        audit.record("quarantine.discard-all", "brand/" + filter.brand().key(), detail);
        return discarded;
    }

    private Record correct(Brand brand, QuarantineId id, String correction) {
        if (correction.getBytes(StandardCharsets.UTF_8).length > LARGEST) {
            throw new Problem(KernelProblem.TOO_LARGE).with("limit", "500 KB");
        }
        try {
            json.readTree(correction);
        } catch (JacksonException e) {
            throw new Problem(KernelProblem.INVALID, e)
                    .at(
                            "/body",
                            "json-malformed",
                            new Text(
                                    "第 %d 行第 %d 列起不是正确的 JSON"
                                            .formatted(
                                                    e.getLocation().getLineNr(),
                                                    e.getLocation().getColumnNr()),
                                    "not well-formed JSON from line %d, column %d"
                                            .formatted(
                                                    e.getLocation().getLineNr(),
                                                    e.getLocation().getColumnNr())));
        }
        return database.transactionResult(configuration -> {
            // Read again while the update holds the row, so that what is judged is what was corrected.
            if (!rows.correct(DSL.using(configuration), id, vault.seal(correction))) {
                throw new Problem(KernelProblem.CONFLICT);
            }
            audit.record("quarantine.correct", "quarantine/" + id, Map.of("brand", brand.key()));
            return rows.get(DSL.using(configuration), brand, id);
        });
    }

    private static void require(QuarantineState state, QuarantineStep step) {
        if (QuarantineTransitions.next(state, step).isEmpty()) {
            throw new Problem(IntakeProblem.QUARANTINE_CLOSED).with("state", words(state));
        }
    }

    private static Text words(QuarantineState state) {
        return switch (state) {
            case OPEN -> new Text("待处理", "open");
            case REPLAYED -> new Text("已重放", "replayed");
            case DISCARDED -> new Text("已丢弃", "discarded");
        };
    }

    private static Map<String, Object> told(QuarantineFilter filter) {
        return Map.of(
                "source",
                filter.source() == null ? "" : filter.source().value(),
                "reason",
                filter.reason() == null ? "" : filter.reason());
    }
}
