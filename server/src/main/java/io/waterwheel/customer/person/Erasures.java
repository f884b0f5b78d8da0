package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.PRIVACY_RULES;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.PrivacyProblem;
import io.waterwheel.customer.generated.tables.records.ErasureRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.kernel.job.NewJob;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Requests to forget a person: asked for with a reason, approved by a second administrator where the rules say so,
/// done by a job, proved by a certificate.
@Component
public class Erasures {

    private final DSLContext database;
    private final Brands brands;
    private final Jobs jobs;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    Erasures(DSLContext database, Brands brands, Jobs jobs, AuditTrail audit, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.brands = brands;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// @param fourEyes whether an erasure needs a second administrator
    public record Rules(boolean fourEyes) {}

    public Rules rules() {
        return new Rules(database.select(PRIVACY_RULES.FOUR_EYES)
                .from(PRIVACY_RULES)
                .fetchOptional(PRIVACY_RULES.FOUR_EYES)
                .orElse(false));
    }

    @Transactional
    public Rules change(Rules rules) {
        database.insertInto(PRIVACY_RULES)
                .set(PRIVACY_RULES.ID, true)
                .set(PRIVACY_RULES.FOUR_EYES, rules.fourEyes())
                .onConflict(PRIVACY_RULES.ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("privacy.change", "privacy", Map.of("fourEyes", rules.fourEyes()));
        return rules;
    }

    /// Asks for a person to be forgotten; starts at once unless a second administrator must agree.
    ///
    /// @throws Problem `erasure-exists`, `invalid` without a reason
    @Transactional
    public Erasure request(Brand brand, CustomerNo customer, @Nullable String reason) {
        String why = PersonExports.reason(reason);
        Long id = database.insertInto(ERASURE)
                .set(ERASURE.BRAND_ID, brand.id().value())
                .set(ERASURE.CUSTOMER_NO, customer.value())
                .set(ERASURE.REASON, why)
                .set(ERASURE.STATE, Erasure.State.WAITING.code())
                .set(ERASURE.REQUESTED_BY, Actor.current().name())
                .set(ERASURE.REQUESTED_AT, clock.instant())
                .onConflict(ERASURE.CUSTOMER_NO)
                .where(ERASURE.STATE.ne(DSL.inline("rejected")))
                .doNothing()
                .returning(ERASURE.ID)
                .fetchOne(ERASURE.ID);
        if (id == null) {
            throw new Problem(PrivacyProblem.ERASURE_EXISTS);
        }
        audit.record("erasure.request", "erasure/" + id, Map.of("brand", brand.key(), "customer", customer.value()));
        if (!rules().fourEyes()) {
            start(id, customer, brand);
        }
        return get(id);
    }

    /// Starts once more, without anybody's leave: it was asked for and done before a backup brought the person back.
    @Transactional
    void again(Brand brand, CustomerNo customer) {
        Long id = database.insertInto(ERASURE)
                .set(ERASURE.BRAND_ID, brand.id().value())
                .set(ERASURE.CUSTOMER_NO, customer.value())
                .set(ERASURE.REASON, "恢复备份后再次删除 · again, after a backup was restored")
                .set(ERASURE.STATE, Erasure.State.WAITING.code())
                .set(ERASURE.REQUESTED_BY, Actor.SYSTEM.name())
                .set(ERASURE.REQUESTED_AT, clock.instant())
                .returning(ERASURE.ID)
                .fetchSingle(ERASURE.ID);
        audit.record("erasure.again", "erasure/" + id, Map.of());
        start(id, customer, brand);
    }

    /// @throws Problem `not-found`, `erasure-state`, `erasure-four-eyes`
    @Transactional
    public Erasure approve(long id) {
        ErasureRecord row = waiting(id);
        String approver = Actor.current().name();
        if (approver.equals(row.getRequestedBy())) {
            throw new Problem(PrivacyProblem.ERASURE_FOUR_EYES);
        }
        database.update(ERASURE)
                .set(ERASURE.APPROVED_BY, approver)
                .where(ERASURE.ID.eq(id))
                .execute();
        audit.record("erasure.approve", "erasure/" + id, Map.of());
        start(id, new CustomerNo(row.getCustomerNo()), brands.get(new BrandId(row.getBrandId())));
        return get(id);
    }

    /// @throws Problem `not-found`, `erasure-state`
    @Transactional
    public Erasure reject(long id) {
        waiting(id);
        database.update(ERASURE)
                .set(ERASURE.STATE, Erasure.State.REJECTED.code())
                .set(ERASURE.FINISHED_AT, clock.instant())
                .where(ERASURE.ID.eq(id))
                .execute();
        audit.record("erasure.reject", "erasure/" + id, Map.of());
        return get(id);
    }

    public Page<Erasure> page(PageRequest request) {
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        Condition which = cursor == null ? DSL.noCondition() : ERASURE.ID.lt(cursor.number(0));
        List<Erasure> found = database.selectFrom(ERASURE)
                .where(which)
                .orderBy(ERASURE.ID.desc())
                .limit(request.size() + 1)
                .fetch(this::erasure);
        return Page.of(found, request.size(), last -> Cursor.of(Long.parseLong(last.id())));
    }

    /// @throws Problem `not-found`
    public Erasure get(long id) {
        return database.selectFrom(ERASURE)
                .where(ERASURE.ID.eq(id))
                .fetchOptional(this::erasure)
                .orElseThrow(() -> missing(id));
    }

    private void start(long id, CustomerNo customer, Brand brand) {
        JobId job = jobs.start(new NewJob(
                ErasePersonJob.KIND,
                new Text("删除客户 " + customer + " 的个人信息", "Erase the personal data of customer " + customer),
                brand.id(),
                "stores",
                new ErasePersonJob.Params(id),
                "/settings/privacy"));
        database.update(ERASURE)
                .set(ERASURE.STATE, Erasure.State.RUNNING.code())
                .set(ERASURE.JOB_ID, job.value())
                .where(ERASURE.ID.eq(id))
                .execute();
    }

    private ErasureRecord waiting(long id) {
        ErasureRecord row = database.selectFrom(ERASURE)
                .where(ERASURE.ID.eq(id))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
        if (!row.getState().equals(Erasure.State.WAITING.code())) {
            throw new Problem(PrivacyProblem.ERASURE_STATE).with("state", row.getState());
        }
        return row;
    }

    private Erasure erasure(ErasureRecord row) {
        return new Erasure(
                Long.toString(row.getId()),
                brands.get(new BrandId(row.getBrandId())).key(),
                row.getCustomerNo(),
                row.getReason(),
                Erasure.State.of(row.getState()),
                row.getRequestedBy(),
                row.getRequestedAt(),
                row.getApprovedBy(),
                row.getJobId() == null ? null : row.getJobId().toString(),
                row.getFinishedAt(),
                row.getCertificate() == null
                        ? null
                        : json.readValue(row.getCertificate().data(), Certificate.class));
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "erasure " + id);
    }
}
