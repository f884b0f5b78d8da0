package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.GRANT_LIMIT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Points;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
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
                .fetchOptional(row -> new GrantLimit(row.getPoints(), row.getCoupons()))
                .orElse(GrantLimit.NONE);
    }

    /// @throws Problem `invalid`
    @Transactional
    public GrantLimit change(Brand brand, GrantLimit limit) {
        Problem problem = new Problem(KernelProblem.INVALID);
        check(problem, "/points", limit.points());
        check(problem, "/coupons", limit.coupons());
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        database.insertInto(GRANT_LIMIT)
                .set(GRANT_LIMIT.BRAND_ID, brand.id().value())
                .set(GRANT_LIMIT.POINTS, limit.points())
                .set(GRANT_LIMIT.COUPONS, limit.coupons())
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
        audit.record("grant.limit", "brand/" + brand.key(), detail);
        return limit;
    }

    /// Counts what the caller is about to give or take among what they gave today.
    ///
    /// @param key of the grant, which counts once however often it is sent
    /// @throws Problem `grant-needs-approval`; then it does not count
    public void admitPoints(Brand brand, String key, Points points) {
        Long limit = of(brand).points();
        if (limit != null) {
            given.admit(brand, "points", key, points.value(), limit);
        }
    }

    /// As with points.
    ///
    /// @param coupons how many, asked only where there is a limit
    /// @throws Problem `grant-needs-approval`; then they do not count
    public void admitCoupons(Brand brand, String key, LongSupplier coupons) {
        Long limit = of(brand).coupons();
        if (limit != null) {
            given.admit(brand, "coupons", key, coupons.getAsLong(), limit);
        }
    }

    private static void check(Problem problem, String pointer, @Nullable Long limit) {
        if (limit != null && (limit < 0 || limit > Points.MOST)) {
            problem.outside(pointer, "range", 0, Points.MOST);
        }
    }
}
