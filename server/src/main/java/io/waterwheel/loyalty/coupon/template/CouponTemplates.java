package io.waterwheel.loyalty.coupon.template;

import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.Problem.Fault;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.rule.CouponTermsCheck;
import io.waterwheel.loyalty.generated.tables.records.CouponTemplateRecord;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The brand's coupon templates.
@Component
public class CouponTemplates {

    private static final int MOST_NAME = 60;

    private final DSLContext database;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final InstantSource clock;

    CouponTemplates(DSLContext database, JsonMapper json, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes a draft.
    ///
    /// @throws Problem `invalid`, `coupon-template-name-taken`
    @Transactional
    public CouponTemplate create(Brand brand, NewCouponTemplate template) {
        CouponTemplateRecord row = database.newRecord(COUPON_TEMPLATE);
        row.setBrandId(brand.id().value());
        row.setState(TemplateState.DRAFT.code());
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        fill(row, template);
        store(row);
        audit.record("coupon-template.create", subject(row), Map.of("brand", brand.key()));
        return get(brand, new CouponTemplateId(row.getId()));
    }

    /// Changes a draft.
    ///
    /// @throws Problem `not-found`, `coupon-terms-fixed`, `invalid`, `coupon-template-name-taken`
    @Transactional
    public CouponTemplate change(Brand brand, CouponTemplateId id, NewCouponTemplate template) {
        CouponTemplateRecord row = row(brand, id, true);
        if (TemplateState.of(row.getState()) != TemplateState.DRAFT) {
            throw new Problem(CouponProblem.COUPON_TERMS_FIXED);
        }
        fill(row, template);
        store(row);
        audit.record("coupon-template.change", subject(row), Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// Changes how many there may be. What was issued already stays within it.
    ///
    /// @throws Problem `not-found`, `invalid`
    @Transactional
    public CouponTemplate limit(Brand brand, CouponTemplateId id, CouponLimits limits) {
        CouponTemplateRecord row = row(brand, id, true);
        List<Fault> faults = limitFaults(limits, row.getWorth());
        if (limits.stock() != null && limits.stock() < row.getIssued()) {
            faults.add(below("/stock", row.getIssued()));
        }
        if (limits.budget() != null && limits.budget() < row.getReserved()) {
            faults.add(below("/budget", row.getReserved()));
        }
        refuse(faults);
        limits(row, limits);
        row.setChangedAt(clock.instant());
        row.update();
        audit.record("coupon-template.limit", subject(row), Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// @throws Problem `not-found`, `coupon-template-state`
    @Transactional
    public CouponTemplate activate(Brand brand, CouponTemplateId id) {
        return turn(brand, id, TemplateState.ACTIVE, List.of(TemplateState.DRAFT, TemplateState.STOPPED));
    }

    /// @throws Problem `not-found`, `coupon-template-state`
    @Transactional
    public CouponTemplate stop(Brand brand, CouponTemplateId id) {
        return turn(brand, id, TemplateState.STOPPED, List.of(TemplateState.ACTIVE));
    }

    private CouponTemplate turn(Brand brand, CouponTemplateId id, TemplateState to, List<TemplateState> from) {
        CouponTemplateRecord row = row(brand, id, true);
        if (!from.contains(TemplateState.of(row.getState()))) {
            throw new Problem(CouponProblem.COUPON_TEMPLATE_STATE).with("state", row.getState());
        }
        row.setState(to.code());
        row.setChangedAt(clock.instant());
        row.update();
        audit.record("coupon-template." + to.code(), subject(row), Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// @throws Problem `not-found`
    public CouponTemplate get(Brand brand, CouponTemplateId id) {
        return template(row(brand, id, false));
    }

    /// The newest first.
    public Page<CouponTemplate> list(Brand brand, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<CouponTemplateRecord> found = database.selectFrom(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .and(COUPON_TEMPLATE.ID.lt(cursor == null ? Long.MAX_VALUE : cursor.number(0)))
                .orderBy(COUPON_TEMPLATE.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        return Page.of(found, page.size(), row -> Cursor.of(row.getId())).map(this::template);
    }

    private CouponTemplateRecord row(Brand brand, CouponTemplateId id, boolean locked) {
        var found = database.selectFrom(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.eq(id.value()))
                .and(COUPON_TEMPLATE.BRAND_ID.eq(brand.id().value()));
        return (locked ? found.forUpdate().fetchOptional() : found.fetchOptional())
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "coupon template " + id));
    }

    private void fill(CouponTemplateRecord row, NewCouponTemplate template) {
        Long most = template.terms().benefit().most();
        CouponLimits limits = new CouponLimits(template.stock(), template.budget(), template.perCustomer());
        List<Fault> faults = limitFaults(limits, most == null ? 0 : most);
        String name = template.name().strip();
        if (name.isEmpty() || name.length() > MOST_NAME) {
            faults.add(range("/name", 1, MOST_NAME));
        }
        CouponTermsCheck.faults(template.terms())
                .forEach(fault -> faults.add(new Fault("/terms" + fault.pointer(), fault.code(), fault.detail())));
        refuse(faults);
        row.setName(name);
        row.setTerms(JSONB.valueOf(json.writeValueAsString(template.terms())));
        row.setWorth(most == null ? 0 : most);
        limits(row, limits);
        row.setChangedAt(clock.instant());
    }

    private static void limits(CouponTemplateRecord row, CouponLimits limits) {
        row.setStock(limits.stock());
        row.setBudget(limits.budget());
        row.setPerCustomer(limits.perCustomer());
    }

    private static List<Fault> limitFaults(CouponLimits limits, long worth) {
        List<Fault> faults = new ArrayList<>();
        within(faults, "/stock", limits.stock(), 1_000_000_000L);
        within(faults, "/budget", limits.budget(), CouponTermsCheck.MOST_MONEY * 1_000);
        within(faults, "/perCustomer", limits.perCustomer(), 1_000);
        if (limits.budget() != null && worth == 0) {
            faults.add(new Fault(
                    "/budget",
                    "unbounded",
                    new Text(
                            "折扣没有封顶或没有成本时不能按预算控制",
                            "a coupon without a most off or a cost cannot be held to a budget")));
        }
        return faults;
    }

    private static void within(List<Fault> faults, String place, @Nullable Number value, long most) {
        if (value != null && (value.longValue() < 1 || value.longValue() > most)) {
            faults.add(range(place, 1, most));
        }
    }

    private static Fault range(String place, long least, long most) {
        return new Fault(
                place,
                "range",
                new Text("须在 %d 到 %d 之间".formatted(least, most), "must be between %d and %d".formatted(least, most)));
    }

    private static Fault below(String place, long taken) {
        return new Fault(place, "below-issued", new Text("已用 " + taken, taken + " are taken already"));
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Problem problem = new Problem(KernelProblem.INVALID);
            faults.forEach(fault -> problem.at(fault.pointer(), fault.code(), fault.detail()));
            throw problem;
        }
    }

    private static void store(CouponTemplateRecord row) {
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(CouponProblem.COUPON_TEMPLATE_NAME_TAKEN, taken).with("name", row.getName());
        }
    }

    private static String subject(CouponTemplateRecord row) {
        return "coupon-template/" + row.getId();
    }

    private CouponTemplate template(CouponTemplateRecord row) {
        return new CouponTemplate(
                new CouponTemplateId(row.getId()),
                row.getName(),
                TemplateState.of(row.getState()),
                json.readValue(row.getTerms().data(), CouponTerms.class),
                row.getStock(),
                row.getBudget(),
                row.getPerCustomer(),
                row.getWorth(),
                row.getIssued(),
                row.getReserved(),
                row.getRedeemed(),
                row.getSpent(),
                row.getExpired(),
                row.getWithdrawn(),
                row.getCreatedBy(),
                row.getCreatedAt());
    }
}
