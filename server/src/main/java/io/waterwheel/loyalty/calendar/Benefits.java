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
import io.waterwheel.loyalty.reward.RewardCheck;
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

    private final DSLContext database;
    private final RewardCheck rewards;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    Benefits(DSLContext database, RewardCheck rewards, AuditTrail audit, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.rewards = rewards;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Makes it, switched off. It stays as it is made.
    ///
    /// @throws Problem `invalid`, `benefit-name-taken`
    @Transactional
    public MemberBenefit create(Brand brand, NewBenefit benefit) {
        refuse(brand, benefit);
        BenefitRuleRecord row = database.newRecord(BENEFIT_RULE);
        row.setBrandId(brand.id().value());
        row.setName(benefit.name().strip());
        row.setRule(JSONB.valueOf(json.writeValueAsString(benefit)));
        row.setActive(false);
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(DrawProblem.BENEFIT_NAME_TAKEN, taken).with("name", row.getName());
        }
        audit.record("benefit.create", "benefit/" + row.getId(), Map.of("brand", brand.key()));
        return get(brand, row.getId());
    }

    /// Switched on, whoever is due gets it within the hour, and from then on each night.
    ///
    /// @throws Problem `not-found`
    @Transactional
    public MemberBenefit turn(Brand brand, long id, boolean active) {
        int changed = database.update(BENEFIT_RULE)
                .set(BENEFIT_RULE.ACTIVE, active)
                .where(BENEFIT_RULE.ID.eq(id))
                .and(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .execute();
        if (changed == 0) {
            throw missing(id);
        }
        audit.record(active ? "benefit.start" : "benefit.stop", "benefit/" + id, Map.of("brand", brand.key()));
        return get(brand, id);
    }

    private MemberBenefit get(Brand brand, long id) {
        return list(brand).stream()
                .filter(one -> one.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    /// Those that are on first, then the newest first.
    public List<MemberBenefit> list(Brand brand) {
        Map<Long, Integer> given = database.select(BENEFIT_GIVEN.RULE_ID, DSL.count())
                .from(BENEFIT_GIVEN)
                .join(BENEFIT_RULE)
                .on(BENEFIT_RULE.ID.eq(BENEFIT_GIVEN.RULE_ID))
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .groupBy(BENEFIT_GIVEN.RULE_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
        return database.selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .orderBy(BENEFIT_RULE.ACTIVE.desc(), BENEFIT_RULE.ID.desc())
                .fetch(row -> new MemberBenefit(
                        Long.toString(row.getId()),
                        json.readValue(row.getRule().data(), NewBenefit.class),
                        row.getActive(),
                        given.getOrDefault(row.getId(), 0),
                        row.getDoneOn(),
                        row.getCreatedBy(),
                        row.getCreatedAt()));
    }

    private void refuse(Brand brand, NewBenefit benefit) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/name", benefit.name().strip().length(), 1, 40);
        problem.within("/daysBefore", benefit.daysBefore(), 0, 30);
        problem.within("/tiers", benefit.tiers().size(), 0, 20);
        if (benefit.occasion() == BenefitOccasion.REACHED && benefit.tiers().isEmpty()) {
            problem.at("/tiers", "needed", new Text("请选择升到哪些等级时发放", "say which tiers are to be reached"));
        }
        rewards.check(brand, benefit.reward(), "/reward", problem);
        problem.throwIfFaulty();
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "benefit " + id);
    }
}
