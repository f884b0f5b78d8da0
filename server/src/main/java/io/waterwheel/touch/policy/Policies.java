package io.waterwheel.touch.policy;

import static io.waterwheel.touch.generated.Tables.POLICY;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.StaticLists;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Each brand's policy.
@Component
public class Policies {

    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_DAYS = 365;
    private static final int MOST_CAPS = 20;
    private static final int MOST_LISTS = 20;
    private static final int MOST_CONTROL = 20;
    private static final long MOST_COST = 1_000_000_000_000L;

    private final DSLContext database;
    private final InstantSource clock;
    private final AuditTrail audit;
    private final StaticLists lists;
    private final JsonMapper json;

    Policies(DSLContext database, InstantSource clock, AuditTrail audit, StaticLists lists, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.lists = lists;
        this.json = json;
    }

    public Policy of(Brand brand) {
        return database.selectFrom(POLICY)
                .where(POLICY.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new Policy(
                        row.getCapPerCustomer(),
                        row.getCapDays(),
                        row.getQuietFrom(),
                        row.getQuietTo(),
                        List.of(json.readValue(row.getCaps().data(), Cap[].class)),
                        row.getControlPercent().doubleValue(),
                        List.of(json.readValue(row.getSuppressionLists().data(), SuppressionList[].class)),
                        new ApprovalLimit(row.getApprovalRecipients(), row.getApprovalCost())))
                .orElse(Policy.DEFAULT);
    }

    /// @throws Problem `invalid`; `not-found`, `customer-list-not-ready` of a suppression list
    @Transactional
    public Policy change(Brand brand, PolicyChange change) {
        return change(brand, change.of(of(brand)));
    }

    /// Changes all but the limit above which a second person is needed.
    @Transactional
    public Policy change(Brand brand, Policy policy) {
        check(policy);
        // A list that cannot be read would stop every message.
        policy.suppressionLists().forEach(list -> lists.members(brand, list.list()));
        database.insertInto(POLICY)
                .set(POLICY.BRAND_ID, brand.id().value())
                .set(POLICY.CAP_PER_CUSTOMER, policy.capPerCustomer())
                .set(POLICY.CAP_DAYS, policy.capDays())
                .set(POLICY.QUIET_FROM, policy.quietFrom())
                .set(POLICY.QUIET_TO, policy.quietTo())
                .set(POLICY.CAPS, JSONB.valueOf(json.writeValueAsString(policy.caps())))
                .set(POLICY.CONTROL_PERCENT, BigDecimal.valueOf(policy.controlPercent()))
                .set(POLICY.SUPPRESSION_LISTS, JSONB.valueOf(json.writeValueAsString(policy.suppressionLists())))
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
                        "quietTo", policy.quietTo(),
                        "caps", policy.caps(),
                        "controlPercent", policy.controlPercent(),
                        "suppressionLists", policy.suppressionLists()));
        return of(brand);
    }

    /// Apart from the rest, because whoever may send must not be the one who says when one is enough.
    @Transactional
    public Policy limit(Brand brand, ApprovalLimit limit) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (limit.recipients() != null && limit.recipients() < 0) {
            problem.outside("/recipients", "range", 0, Integer.MAX_VALUE);
        }
        if (limit.cost() != null && (limit.cost() < 0 || limit.cost() > MOST_COST)) {
            problem.outside("/cost", "range", 0, MOST_COST);
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        Policy now = of(brand);
        database.insertInto(POLICY)
                .set(POLICY.BRAND_ID, brand.id().value())
                .set(POLICY.CAP_PER_CUSTOMER, now.capPerCustomer())
                .set(POLICY.CAP_DAYS, now.capDays())
                .set(POLICY.QUIET_FROM, now.quietFrom())
                .set(POLICY.QUIET_TO, now.quietTo())
                .set(POLICY.UPDATED_AT, clock.instant())
                .set(POLICY.APPROVAL_RECIPIENTS, limit.recipients())
                .set(POLICY.APPROVAL_COST, limit.cost())
                .onConflict(POLICY.BRAND_ID)
                .doUpdate()
                .set(POLICY.APPROVAL_RECIPIENTS, limit.recipients())
                .set(POLICY.APPROVAL_COST, limit.cost())
                .set(POLICY.UPDATED_AT, clock.instant())
                .execute();
        // A map that may hold nothing: no limit is an answer too.
        Map<String, @Nullable Object> detail = new HashMap<>();
        detail.put("recipients", limit.recipients());
        detail.put("cost", limit.cost());
        audit.record("policy.limit", "brand/" + brand.key(), detail);
        return of(brand);
    }

    private static void check(Policy policy) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (policy.capPerCustomer() < 1 || policy.capPerCustomer() > MOST_MESSAGES) {
            problem.outside("/capPerCustomer", "range", 1, MOST_MESSAGES);
        }
        if (policy.capDays() < 1 || policy.capDays() > MOST_DAYS) {
            problem.outside("/capDays", "range", 1, MOST_DAYS);
        }
        if (policy.caps().size() > MOST_CAPS) {
            problem.outside("/caps", "count", 0, MOST_CAPS);
        }
        for (int i = 0; i < policy.caps().size(); i++) {
            Cap cap = policy.caps().get(i);
            if (cap.most() < 1 || cap.most() > MOST_MESSAGES) {
                problem.outside("/caps/" + i + "/most", "range", 1, MOST_MESSAGES);
            }
            if (cap.days() < 1 || cap.days() > MOST_DAYS) {
                problem.outside("/caps/" + i + "/days", "range", 1, MOST_DAYS);
            }
        }
        if (policy.suppressionLists().size() > MOST_LISTS) {
            problem.outside("/suppressionLists", "count", 0, MOST_LISTS);
        }
        if (!(policy.controlPercent() >= 0 && policy.controlPercent() <= MOST_CONTROL)) {
            problem.outside("/controlPercent", "range", 0, MOST_CONTROL);
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
