package io.waterwheel.loyalty.sharing;

import static io.waterwheel.loyalty.generated.Tables.SHARED_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.SharingProblem;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which shared accounts each brand has.
@Component
public class SharingRules {

    private static final int MOST_PEOPLE = 200;

    private final DSLContext database;
    private final AuditTrail audit;
    private final InstantSource clock;

    SharingRules(DSLContext database, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /// One for each kind, not active where the brand said nothing.
    public List<SharingRule> of(Brand brand) {
        return Arrays.stream(SharedKind.values()).map(kind -> of(brand, kind)).toList();
    }

    SharingRule of(Brand brand, SharedKind kind) {
        return database.selectFrom(SHARED_RULE)
                .where(SHARED_RULE.BRAND_ID.eq(brand.id().value()))
                .and(SHARED_RULE.KIND.eq(kind.code()))
                .fetchOptional(row -> new SharingRule(kind, row.getActive(), row.getMost(), row.getEverybodySpends()))
                .orElseGet(() -> SharingRule.none(kind));
    }

    /// @throws Problem `sharing-off`
    SharingRule active(Brand brand, SharedKind kind) {
        SharingRule rule = of(brand, kind);
        if (!rule.active()) {
            throw new Problem(SharingProblem.SHARING_OFF);
        }
        return rule;
    }

    /// Holds for what is spent from now on. Who is in an account stays, though there be more than it says.
    ///
    /// @throws Problem `invalid`
    @Transactional
    public SharingRule save(Brand brand, SharingRule rule) {
        Problem problem = new Problem(KernelProblem.INVALID);
        problem.within("/most", rule.most(), 2, MOST_PEOPLE);
        problem.throwIfFaulty();
        database.insertInto(SHARED_RULE)
                .set(SHARED_RULE.BRAND_ID, brand.id().value())
                .set(SHARED_RULE.KIND, rule.kind().code())
                .set(SHARED_RULE.ACTIVE, rule.active())
                .set(SHARED_RULE.MOST, rule.most())
                .set(SHARED_RULE.EVERYBODY_SPENDS, rule.everybodySpends())
                .set(SHARED_RULE.CHANGED_BY, Actor.current().name())
                .set(SHARED_RULE.CHANGED_AT, clock.instant())
                .onConflict(SHARED_RULE.BRAND_ID, SHARED_RULE.KIND)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record(
                "sharing.rule",
                "sharing/" + brand.key() + "/" + rule.kind().code(),
                Map.of(
                        "brand",
                        brand.key(),
                        "active",
                        rule.active(),
                        "most",
                        rule.most(),
                        "everybodySpends",
                        rule.everybodySpends()));
        return rule;
    }
}
