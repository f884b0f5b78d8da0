package io.waterwheel.loyalty.checkin;

import static io.waterwheel.loyalty.generated.Tables.CHECK_IN_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.reward.RewardCheck;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Each brand's rule for checking in.
@Component
public class CheckInRules {

    private static final long MOST_POINTS = 1_000_000;
    private static final int MOST_DAYS = 366;

    private final DSLContext database;
    private final RewardCheck rewards;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    CheckInRules(DSLContext database, RewardCheck rewards, AuditTrail audit, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.rewards = rewards;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// One that is not active where the brand has none.
    public CheckInRule get(Brand brand) {
        return database.select(CHECK_IN_RULE.RULE)
                .from(CHECK_IN_RULE)
                .where(CHECK_IN_RULE.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> json.readValue(row.value1().data(), CheckInRule.class))
                .orElse(CheckInRule.NONE);
    }

    /// Holds for check-ins from now on.
    ///
    /// @throws Problem `invalid`
    @Transactional
    public CheckInRule save(Brand brand, CheckInRule rule) {
        refuse(brand, rule);
        JSONB text = JSONB.valueOf(json.writeValueAsString(rule));
        database.insertInto(CHECK_IN_RULE)
                .set(CHECK_IN_RULE.BRAND_ID, brand.id().value())
                .set(CHECK_IN_RULE.RULE, text)
                .set(CHECK_IN_RULE.CHANGED_BY, Actor.current().name())
                .set(CHECK_IN_RULE.CHANGED_AT, clock.instant())
                .onConflict(CHECK_IN_RULE.BRAND_ID)
                .doUpdate()
                .set(CHECK_IN_RULE.RULE, text)
                .set(CHECK_IN_RULE.CHANGED_BY, Actor.current().name())
                .set(CHECK_IN_RULE.CHANGED_AT, clock.instant())
                .execute();
        audit.record("check-in.rule", "check-in/" + brand.key(), Map.of("brand", brand.key(), "active", rule.active()));
        return rule;
    }

    private void refuse(Brand brand, CheckInRule rule) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/points", rule.points().size(), 1, 31);
        for (int i = 0; i < rule.points().size(); i++) {
            problem.within("/points/" + i, rule.points().get(i), 0, MOST_POINTS);
        }
        problem.within("/bonuses", rule.bonuses().size(), 0, 20);
        Set<Integer> days = new HashSet<>();
        for (int i = 0; i < rule.bonuses().size(); i++) {
            CheckInRule.Bonus bonus = rule.bonuses().get(i);
            problem.within("/bonuses/" + i + "/day", bonus.day(), 1, MOST_DAYS);
            if (!days.add(bonus.day())) {
                problem.at("/bonuses/" + i + "/day", "once-each", new Text("每天只设一个奖励", "one bonus a day"));
            }
            rewards.check(brand, bonus.reward(), "/bonuses/" + i + "/reward", problem);
        }
        problem.throwIfFaulty();
    }
}
