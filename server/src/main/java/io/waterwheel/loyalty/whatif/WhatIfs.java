package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.WHAT_IF;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.generated.tables.records.WhatIfRecord;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeReader;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.programme.saved.ProgrammeDrafts;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What people ask and what came of it. The draft is kept with the question: it may be changed meanwhile.
@Component
public class WhatIfs {

    private static final int SHOWN = 50;

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final ProgrammeDrafts drafts;
    private final LiveProgrammes programmes;
    private final WhatIfReplays replays;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    WhatIfs(
            DSLContext database,
            TransactionOperations transactions,
            ProgrammeDrafts drafts,
            LiveProgrammes programmes,
            WhatIfReplays replays,
            Jobs jobs,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.transactions = transactions;
        this.drafts = drafts;
        this.programmes = programmes;
        this.replays = replays;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// Begins to answer.
    ///
    /// @throws Problem `invalid`, `programme-invalid` with every wrong place, `no-programme` where there is
    /// nothing to compare with, `what-if-no-history`
    public WhatIf ask(Brand brand, WhatIfWish wish) {
        ProgrammeDefinition draft = drafts.judge(brand, wish.checked()).sound();
        JsonNode told = wish.against();
        LiveProgramme published = told != null
                ? null
                : programmes
                        .current(database, brand.id())
                        .orElseThrow(() -> new Problem(ProgrammeProblem.NO_PROGRAMME));
        ProgrammeDefinition against = published != null
                ? published.definition()
                : drafts.judge(brand, Objects.requireNonNull(told), "/against").sound();
        replays.check(WhatIfWindow.of(brand, clock.instant(), wish.months()));
        return Objects.requireNonNull(transactions.execute(_ -> {
            WhatIfRecord row = database.newRecord(WHAT_IF);
            row.setBrandId(brand.id().value());
            row.setMonths(wish.months());
            row.setDraft(JSONB.valueOf(json.writeValueAsString(draft)));
            row.setAgainst(JSONB.valueOf(json.writeValueAsString(against)));
            row.setVersion(published == null ? null : published.version());
            row.setMarginRate(Objects.requireNonNull(wish.marginRate()));
            row.setPointCost(Objects.requireNonNull(wish.pointCost()));
            row.setAskedBy(Actor.current().name());
            row.setAskedAt(clock.instant());
            row.store();
            JobId job = jobs.start(new NewJob(
                    WhatIfJob.KIND,
                    new Text("会员计划试算", "What-if of the programme"),
                    brand.id(),
                    "members",
                    new WhatIfJob.Params(row.getId()),
                    "/b/" + brand.key() + "/programme?tab=whatIf&whatIf=" + row.getId()));
            row.setJob(job.toString());
            row.update();
            audit.record(
                    "what-if.start", "what-if/" + row.getId(), Map.of("brand", brand.key(), "months", wish.months()));
            return whatIf(row, true);
        }));
    }

    /// The last fifty, newest first, without their answers.
    public List<WhatIf> list(Brand brand) {
        return database.selectFrom(WHAT_IF)
                .where(WHAT_IF.BRAND_ID.eq(brand.id().value()))
                .orderBy(WHAT_IF.ID.desc())
                .limit(SHOWN)
                .fetch(row -> whatIf(row, false));
    }

    /// @throws Problem `not-found`
    public WhatIf get(Brand brand, long id) {
        return database.selectFrom(WHAT_IF)
                .where(WHAT_IF.ID.eq(id))
                .and(WHAT_IF.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .map(row -> whatIf(row, true))
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "what-if " + id));
    }

    private WhatIf whatIf(WhatIfRecord row, boolean all) {
        return new WhatIf(
                Long.toString(row.getId()),
                row.getMonths(),
                row.getVersion(),
                row.getMarginRate(),
                row.getPointCost(),
                row.getJob() == null ? null : JobId.parse(row.getJob()),
                row.getAskedBy(),
                row.getAskedAt(),
                row.getAnsweredAt(),
                all ? ProgrammeReader.read(json.readTree(row.getDraft().data()), "") : null,
                all && row.getAnswer() != null ? json.readValue(row.getAnswer().data(), WhatIfAnswer.class) : null);
    }
}
