package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.GRANT_LIMIT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Points;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's limit for what one person gives on one day.
@Component
public class GrantLimits {

    private final DSLContext database;
    private final GivenToday given;
    private final AuditTrail audit;
    private final InstantSource clock;

    GrantLimits(DSLContext database, GivenToday given, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.given = given;
        this.audit = audit;
        this.clock = clock;
    }

    public GrantLimit of(Brand brand) {
        return database.selectFrom(GRANT_LIMIT)
                .where(GRANT_LIMIT.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new GrantLimit(row.getPoints(), row.getCoupons(), row.getTierDays()))
                .orElse(GrantLimit.NONE);
    }

    /// @throws Problem `invalid`
    @Transactional
    public GrantLimit change(Brand brand, GrantLimit limit) {
        Problem problem = new Problem(KernelProblem.INVALID);
        check(problem, "/points", limit.points());
        check(problem, "/coupons", limit.coupons());
        check(problem, "/tierDays", limit.tierDays());
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        database.insertInto(GRANT_LIMIT)
                .set(GRANT_LIMIT.BRAND_ID, brand.id().value())
                .set(GRANT_LIMIT.POINTS, limit.points())
                .set(GRANT_LIMIT.COUPONS, limit.coupons())
                .set(GRANT_LIMIT.TIER_DAYS, limit.tierDays())
                .set(GRANT_LIMIT.UPDATED_AT, clock.instant())
                .set(GRANT_LIMIT.UPDATED_BY, Actor.current().name())
                .onConflict(GRANT_LIMIT.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        // A map that may hold nothing: no limit is an answer too.
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("points", limit.points());
        detail.put("coupons", limit.coupons());
        detail.put("tierDays", limit.tierDays());
        audit.record("grant.limit", "brand/" + brand.key(), detail);
        return limit;
    }

    /// Gives or takes points, counted among what the caller gave today unless that is refused.
    ///
    /// @param key of the grant, which counts once however often it is sent
    /// @throws Problem `grant-needs-approval`, and what giving throws; then they do not count
    public <T> T admitPoints(Brand brand, String key, Points points, Supplier<T> giving) {
        return admit(brand, "points", GRANT_LIMIT.POINTS, key, points.value(), giving);
    }

    /// As with points.
    ///
    /// @throws Problem as with points
    public <T> T admitCoupons(Brand brand, String key, long coupons, Supplier<T> giving) {
        return admit(brand, "coupons", GRANT_LIMIT.COUPONS, key, coupons, giving);
    }

    /// As with points. A day that has begun counts whole.
    ///
    /// @param until the first instant without the tier
    /// @throws Problem as with points
    public void admitTier(Brand brand, String key, Instant until, Runnable giving) {
        Duration time = Duration.between(clock.instant(), until);
        long days = time.isPositive() ? time.minusNanos(1).toDays() + 1 : 0;
        admit(brand, "tier-days", GRANT_LIMIT.TIER_DAYS, key, days, () -> {
            giving.run();
            return true;
        });
    }

    /// What fails in another way may have been given, so it counts.
    private <T> T admit(Brand brand, String kind, Field<Long> limit, String key, long amount, Supplier<T> giving) {
        Optional<GivenToday.Counted> counted = given.admit(brand, kind, limit, key, amount);
        try {
            return giving.get();
        } catch (Problem refused) {
            counted.ifPresent(given::giveBack);
            throw refused;
        }
    }

    private static void check(Problem problem, String pointer, @Nullable Long limit) {
        if (limit != null && (limit < 0 || limit > Points.MOST)) {
            problem.outside(pointer, "range", 0, Points.MOST);
        }
    }
}
