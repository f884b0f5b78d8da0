package io.waterwheel.touch.policy;

import static io.waterwheel.touch.generated.Tables.POLICY;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's policy.
@Component
public class Policies {

    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_DAYS = 365;

    private final DSLContext database;
    private final InstantSource clock;
    private final AuditTrail audit;

    Policies(DSLContext database, InstantSource clock, AuditTrail audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
    }

    public Policy of(Brand brand) {
        return database.selectFrom(POLICY)
                .where(POLICY.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row ->
                        new Policy(row.getCapPerCustomer(), row.getCapDays(), row.getQuietFrom(), row.getQuietTo()))
                .orElse(Policy.DEFAULT);
    }

    @Transactional
    public Policy change(Brand brand, Policy policy) {
        check(policy);
        database.insertInto(POLICY)
                .set(POLICY.BRAND_ID, brand.id().value())
                .set(POLICY.CAP_PER_CUSTOMER, policy.capPerCustomer())
                .set(POLICY.CAP_DAYS, policy.capDays())
                .set(POLICY.QUIET_FROM, policy.quietFrom())
                .set(POLICY.QUIET_TO, policy.quietTo())
                .set(POLICY.UPDATED_AT, clock.instant())
                .onConflict(POLICY.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record(
                "policy.change",
                "brand/" + brand.key(),
                Map.of(
                        "capPerCustomer", policy.capPerCustomer(),
                        "capDays", policy.capDays(),
                        "quietFrom", policy.quietFrom(),
                        "quietTo", policy.quietTo()));
        return policy;
    }

    private static void check(Policy policy) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (policy.capPerCustomer() < 1 || policy.capPerCustomer() > MOST_MESSAGES) {
            problem.outside("/capPerCustomer", "range", 1, MOST_MESSAGES);
        }
        if (policy.capDays() < 1 || policy.capDays() > MOST_DAYS) {
            problem.outside("/capDays", "range", 1, MOST_DAYS);
        }
        time(problem, "/quietFrom", policy.quietFrom());
        time(problem, "/quietTo", policy.quietTo());
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private static void time(Problem problem, String pointer, @Nullable String text) {
        try {
            LocalTime.parse(String.valueOf(text));
        } catch (DateTimeException e) {
            problem.at(pointer, "time", new Text("时间写作 HH:mm，如 22:00", "write the time as HH:mm, such as 22:00"));
        }
    }
}
