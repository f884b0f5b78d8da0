package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_GIVEN;
import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.DrawProblem;
import io.waterwheel.loyalty.generated.tables.records.BenefitRuleRecord;
import io.waterwheel.loyalty.programme.Benefit;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import io.waterwheel.loyalty.reward.Begun;
import io.waterwheel.loyalty.reward.RewardCheck;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What people do with benefits.
@Component
public class Benefits {

    private static final BigDecimal MOST_COST = new BigDecimal("1000000");

    private final DSLContext database;
    private final LiveProgrammes programmes;
    private final RewardCheck rewards;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    Benefits(
            DSLContext database,
            LiveProgrammes programmes,
            RewardCheck rewards,
            AuditTrail audit,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.programmes = programmes;
        this.rewards = rewards;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Makes it, switched off.
    ///
    /// @throws Problem `invalid`, `benefit-name-taken`
    @Transactional
    public MemberBenefit create(Brand brand, NewBenefit benefit) {
        refuse(brand, benefit);
        BenefitRuleRecord row = database.newRecord(BENEFIT_RULE);
        row.setBrandId(brand.id().value());
        row.setActive(false);
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        store(row, benefit);
        audit.record("benefit.create", subject(row.getId()), Map.of("brand", brand.key()));
        return get(brand, row.getId());
    }

    /// Once it was on or was given, when it is given stays: another period would give it twice. What else is
    /// changed counts for those who get it from now on.
    ///
    /// @throws Problem `not-found`, `invalid`, `benefit-begun`, `benefit-of-programme`, `benefit-name-taken`
    @Transactional
    public MemberBenefit change(Brand brand, long id, NewBenefit benefit) {
        BenefitRuleRecord row = locked(brand, id);
        refuse(brand, benefit);
        JSONB told = row.getRule();
        NewBenefit was = json.readValue(told.data(), NewBenefit.class);
        if (row.getActive() || database.fetchExists(BENEFIT_GIVEN, BENEFIT_GIVEN.RULE_ID.eq(id))) {
            new Begun(DrawProblem.BENEFIT_BEGUN)
                    .fixed("/occasion", fixed(was), fixed(benefit))
                    .fixed("/plan", was.plan(), benefit.plan())
                    .throwIfFaulty();
        }
        row.setDoneOn(null);
        store(row, benefit);
        audit.record("benefit.change", subject(id), Map.of("brand", brand.key(), "was", told.data()));
        return get(brand, id);
    }

    /// Switched on, whoever is due gets it within the hour, and from then on each night.
    ///
    /// @throws Problem `not-found`, `benefit-of-programme`
    @Transactional
    public MemberBenefit turn(Brand brand, long id, boolean active) {
        BenefitRuleRecord row = locked(brand, id);
        row.setActive(active);
        row.update();
        audit.record(active ? "benefit.start" : "benefit.stop", subject(id), Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// Whether what is reached is given again may be decided later: the first time stays the first.
    private static BenefitEvery fixed(NewBenefit benefit) {
        return benefit.reached() ? BenefitEvery.ONCE : benefit.occasion();
    }

    private void store(BenefitRuleRecord row, NewBenefit benefit) {
        row.setName(benefit.name().strip());
        row.setRule(JSONB.valueOf(json.writeValueAsString(benefit)));
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(DrawProblem.BENEFIT_NAME_TAKEN, taken).with("name", row.getName());
        }
    }

    private BenefitRuleRecord locked(Brand brand, long id) {
        BenefitRuleRecord row = database.selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.ID.eq(id))
                .and(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
        if (row.getProgrammeKey() != null) {
            throw new Problem(DrawProblem.BENEFIT_OF_PROGRAMME);
        }
        return row;
    }

    private static String subject(long id) {
        return "benefit/" + id;
    }

    private MemberBenefit get(Brand brand, long id) {
        return list(brand).stream()
                .filter(one -> one.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    private record Sum(int given, long cost) {

        static final Sum NONE = new Sum(0, 0);
    }

    /// Those that are on first, then the newest first.
    public List<MemberBenefit> list(Brand brand) {
        Map<Long, Sum> given = database.select(BENEFIT_GIVEN.RULE_ID, DSL.count(), DSL.sum(BENEFIT_GIVEN.COST))
                .from(BENEFIT_GIVEN)
                .join(BENEFIT_RULE)
                .on(BENEFIT_RULE.ID.eq(BENEFIT_GIVEN.RULE_ID))
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .groupBy(BENEFIT_GIVEN.RULE_ID)
                .fetchMap(
                        row -> row.value1(),
                        row -> new Sum(row.value2(), row.value3().longValueExact()));
        HeldNames names = HeldNames.of(programmes.versions(database, brand.id()));
        return database.selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .orderBy(BENEFIT_RULE.ACTIVE.desc(), BENEFIT_RULE.ID.desc())
                .fetch(row -> view(row, names, given.getOrDefault(row.getId(), Sum.NONE)));
    }

    private MemberBenefit view(BenefitRuleRecord row, HeldNames names, Sum given) {
        NewBenefit benefit = json.readValue(row.getRule().data(), NewBenefit.class);
        return new MemberBenefit(
                Long.toString(row.getId()),
                benefit,
                benefit.tiers().stream().map(names::tier).toList(),
                benefit.plan() == null ? null : names.plan(benefit.plan()),
                row.getActive(),
                row.getProgrammeKey() != null,
                given.given(),
                given.cost(),
                row.getDoneOn(),
                row.getCreatedBy(),
                row.getCreatedAt());
    }

    private void refuse(Brand brand, NewBenefit benefit) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/name", benefit.name().strip().length(), 1, 40);
        problem.within("/daysBefore", benefit.daysBefore(), 0, Benefit.MOST_DAYS_BEFORE);
        if (benefit.occasion() == BenefitEvery.MEMBER_DAY) {
            problem.within("/day", benefit.day() == null ? 0 : benefit.day(), 1, Benefit.LAST_MEMBER_DAY);
        }
        BigDecimal cost = benefit.cost() == null ? BigDecimal.ZERO : benefit.cost();
        if (cost.signum() < 0 || cost.compareTo(MOST_COST) > 0) {
            problem.outside("/cost", "range", 0, MOST_COST.toPlainString());
        }
        problem.within("/tiers", benefit.tiers().size(), 0, 20);
        if (benefit.reached() && benefit.tiers().isEmpty() && benefit.plan() == null) {
            problem.at("/tiers", "needed", new Text("请选择升到哪些等级时发放", "say which tiers are to be reached"));
        }
        rewards.check(brand, benefit.reward(), "/reward", problem);
        problem.throwIfFaulty();
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "benefit " + id);
    }
}
