package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.BROADCAST;

import io.waterwheel.access.Brand;
import io.waterwheel.access.SecondPerson;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.BroadcastId;
import io.waterwheel.touch.TouchProblem;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.policy.AboveLimit;
import io.waterwheel.touch.policy.ApprovalLimit;
import io.waterwheel.touch.policy.Policies;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Four eyes: above the policy's limit a broadcast starts only after somebody has approved it who neither planned it
/// nor asked. The limit that counts is the one at the start. An approval belongs to one plan and goes with it; it
/// outlives a lower limit, because it was given to these people at this cost.
@Component
public class BroadcastApproval {

    private final DSLContext database;
    private final BroadcastRows rows;
    private final Policies policies;
    private final SecondPerson second;
    private final AuditTrail audit;

    BroadcastApproval(
            DSLContext database, BroadcastRows rows, Policies policies, SecondPerson second, AuditTrail audit) {
        this.database = database;
        this.rows = rows;
        this.policies = policies;
        this.second = second;
        this.audit = audit;
    }

    /// Asks for a second person. It may be asked below the limit too; what was asked has to be answered.
    ///
    /// @throws Problem `broadcast-state`, `broadcast-empty`; `broadcast-no-approver` where nobody else could answer
    @Transactional
    public void ask(Brand brand, BroadcastId id) {
        rows.take(brand, id, BroadcastStep.ASK);
        BroadcastRecord row = rows.record(brand, id);
        if (rows.plan(row).recipients() == 0) {
            throw new Problem(TouchProblem.BROADCAST_EMPTY);
        }
        if (!second.isThere(involved(row))) {
            throw new Problem(TouchProblem.BROADCAST_NO_APPROVER);
        }
        record("broadcast.ask-approval", brand, row);
    }

    /// @throws Problem `broadcast-state`, `broadcast-own-approval`, `broadcast-approval-changed`
    @Transactional
    public void approve(Brand brand, BroadcastId id, Approval.Approve decision) {
        rows.take(brand, id, BroadcastStep.APPROVE);
        decide(brand, id, decision.round());
        record("broadcast.approve", brand, rows.record(brand, id));
    }

    /// Refuses a plan, or takes an approval back before the start.
    ///
    /// @throws Problem `invalid` without a reason, and as [#approve]
    @Transactional
    public void refuse(Brand brand, BroadcastId id, Approval.Refuse decision) {
        String reason = SecondPerson.reason(decision.reason());
        rows.take(brand, id, BroadcastStep.REFUSE);
        decide(brand, id, decision.round());
        database.update(BROADCAST)
                .set(BROADCAST.DECISION_REASON, reason)
                .where(BROADCAST.ID.eq(id.value()))
                .execute();
        record("broadcast.refuse", brand, rows.record(brand, id));
    }

    /// What of its plan is above the limit now.
    Set<AboveLimit> above(ApprovalLimit limit, @Nullable BroadcastPlan plan) {
        return plan == null ? Set.of() : limit.above(plan.recipients(), plan.cost());
    }

    /// Whether one person is enough for the plan that stands.
    boolean needed(Brand brand, BroadcastId id) {
        return !above(policies.of(brand).approval(), rows.plan(rows.record(brand, id)))
                .isEmpty();
    }

    /// @throws Problem `broadcast-needs-approval`
    void require(Brand brand, BroadcastId id) {
        if (needed(brand, id)) {
            throw new Problem(TouchProblem.BROADCAST_NEEDS_APPROVAL);
        }
    }

    @Nullable
    Approval of(BroadcastRecord row) {
        if (row.getAskedBy() == null) {
            return null;
        }
        boolean open = BroadcastTransitions.next(BroadcastState.of(row.getState()), BroadcastStep.REFUSE)
                .isPresent();
        return new Approval(
                row.getApprovalRound(),
                row.getAskedBy(),
                row.getAskedAt(),
                open && second.mayDecide(involved(row)),
                row.getDecidedBy(),
                row.getDecidedAt(),
                row.getDecisionReason());
    }

    private void decide(Brand brand, BroadcastId id, int round) {
        BroadcastRecord row = rows.record(brand, id);
        if (!second.mayDecide(involved(row))) {
            throw new Problem(TouchProblem.BROADCAST_OWN_APPROVAL);
        }
        if (row.getApprovalRound() != round) {
            throw new Problem(TouchProblem.BROADCAST_APPROVAL_CHANGED);
        }
    }

    private static Set<String> involved(BroadcastRecord row) {
        Set<String> involved = new HashSet<>();
        involved.add(row.getAskedBy());
        if (row.getPlannedBy() != null) {
            involved.add(row.getPlannedBy());
        }
        return involved;
    }

    private void record(String action, Brand brand, BroadcastRecord row) {
        BroadcastPlan plan = rows.plan(row);
        audit.record(
                action,
                "broadcast/" + row.getId(),
                Map.of(
                        "brand",
                        brand.key(),
                        "round",
                        row.getApprovalRound(),
                        "recipients",
                        plan.recipients(),
                        "cost",
                        plan.cost() == null ? 0 : plan.cost().total()));
    }
}
