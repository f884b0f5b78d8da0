package io.waterwheel.loyalty.approval;

import io.waterwheel.access.Brand;
import io.waterwheel.access.SecondPerson;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.GrantProblem;
import io.waterwheel.loyalty.coupon.issue.CouponBatches;
import io.waterwheel.loyalty.generated.tables.records.GrantRequestRecord;
import io.waterwheel.loyalty.tier.TierDesk;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What a second person decides. Coupons begin to be issued and tiers are given with it; points are booked soon
/// after by [ApprovedPoints].
@Component
public class GrantDecisions {

    private final GrantDesk desk;
    private final CouponBatches batches;
    private final TierDesk tiers;
    private final SecondPerson second;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    GrantDecisions(
            GrantDesk desk,
            CouponBatches batches,
            TierDesk tiers,
            SecondPerson second,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.desk = desk;
        this.batches = batches;
        this.tiers = tiers;
        this.second = second;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// @throws Problem `not-found`, `grant-decided`, `grant-own-approval`, and what keeps a batch from beginning or a
    ///                 tier from being given
    @Transactional
    public GrantRequest approve(Brand brand, long id) {
        GrantRequestRecord row = decided(brand, id);
        GrantState state = switch (GrantKind.of(row.getKind())) {
            case COUPONS -> {
                batches.start(
                        brand,
                        new CouponTemplateId(row.getTemplateId()),
                        json.readValue(row.getBatch().data(), CouponBatches.NewBatch.class));
                yield GrantState.DONE;
            }
            case TIER -> {
                // Under the same key a person's own gift has, so that one gift cannot go both ways.
                tiers.give(
                        brand,
                        new CustomerNo(row.getCustomerNo()),
                        row.getKey(),
                        row.getTier(),
                        row.getUntilAt(),
                        row.getNote());
                yield GrantState.DONE;
            }
            case POINTS, DEDUCTION -> GrantState.APPROVED;
        };
        row.setState(state.code());
        row.update();
        record("grant.approve", brand, row);
        return desk.get(brand, id);
    }

    /// @throws Problem `invalid` without a reason, and as [#approve]
    @Transactional
    public GrantRequest refuse(Brand brand, long id, String reason) {
        String checked = SecondPerson.reason(reason);
        GrantRequestRecord row = decided(brand, id);
        row.setState(GrantState.REFUSED.code());
        row.setReason(checked);
        row.update();
        record("grant.refuse", brand, row);
        return desk.get(brand, id);
    }

    private GrantRequestRecord decided(Brand brand, long id) {
        GrantRequestRecord row = desk.row(brand, id, true);
        if (GrantState.of(row.getState()) != GrantState.ASKED) {
            throw new Problem(GrantProblem.GRANT_DECIDED).with("state", row.getState());
        }
        if (!second.mayDecide(Set.of(row.getAskedBy()))) {
            throw new Problem(GrantProblem.GRANT_OWN_APPROVAL);
        }
        row.setDecidedBy(Actor.current().name());
        row.setDecidedAt(clock.instant());
        return row;
    }

    private void record(String action, Brand brand, GrantRequestRecord row) {
        audit.record(
                action,
                "grant-request/" + row.getId(),
                Map.of("brand", brand.key(), "kind", row.getKind(), "askedBy", row.getAskedBy()));
    }
}
