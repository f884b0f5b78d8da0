package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.GRANT_REQUEST;

import io.waterwheel.access.Brand;
import io.waterwheel.access.SecondPerson;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.GrantProblem;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.coupon.issue.CouponBatches;
import io.waterwheel.loyalty.generated.tables.records.GrantRequestRecord;
import io.waterwheel.loyalty.tier.TierDesk;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Asks another person about a grant, and takes down what was asked. What is asked under a key that was asked
/// before is the same request.
@Component
public class GrantRequests {

    private final DSLContext database;
    private final GrantDesk desk;
    private final Customers customers;
    private final Coupons coupons;
    private final CouponBatches batches;
    private final TierDesk tiers;
    private final SecondPerson second;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    GrantRequests(
            DSLContext database,
            GrantDesk desk,
            Customers customers,
            Coupons coupons,
            CouponBatches batches,
            TierDesk tiers,
            SecondPerson second,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.desk = desk;
        this.customers = customers;
        this.coupons = coupons;
        this.batches = batches;
        this.tiers = tiers;
        this.second = second;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// @param taken     whether points are taken instead of given
    /// @param expiresAt null for never
    /// @throws Problem `not-found`, `grant-no-approver`, `grant-key-taken`
    @Transactional
    public GrantRequest points(
            Brand brand,
            CustomerNo customer,
            boolean taken,
            String key,
            Points points,
            String note,
            @Nullable Instant expiresAt) {
        if (customers.rows(brand.id(), List.of(customer)).isEmpty()) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + customer);
        }
        GrantRequestRecord row = row(brand, taken ? GrantKind.DEDUCTION : GrantKind.POINTS, key);
        row.setOpenedNo(customer.value());
        row.setCustomerNo(customer.value());
        row.setPoints(points.value());
        row.setNote(note);
        row.setExpiresAt(expiresAt);
        return ask(brand, row, "customer/" + customer);
    }

    /// @throws Problem `not-found`, `invalid`, `grant-no-approver`, `grant-key-taken`
    @Transactional
    public GrantRequest coupons(
            Brand brand, CouponTemplateId template, String key, CouponBatches.NewBatch batch, String note) {
        coupons.name(brand, template);
        GrantRequestRecord row = row(brand, GrantKind.COUPONS, key);
        row.setTemplateId(template.value());
        row.setBatch(JSONB.valueOf(json.writeValueAsString(batch)));
        row.setCoupons(batches.reach(brand, batch));
        row.setNote(note);
        return ask(brand, row, "coupon-template/" + template);
    }

    /// @param tier  its id
    /// @param until the first instant without it
    /// @throws Problem what giving it throws, `grant-no-approver`, `grant-key-taken`
    @Transactional
    public GrantRequest tier(Brand brand, CustomerNo customer, String key, String tier, Instant until, String reason) {
        tiers.check(brand, customer, tier, until);
        GrantRequestRecord row = row(brand, GrantKind.TIER, key);
        row.setOpenedNo(customer.value());
        row.setCustomerNo(customer.value());
        row.setTier(tier);
        row.setUntilAt(until.truncatedTo(ChronoUnit.MICROS));
        row.setNote(reason);
        return ask(brand, row, "customer/" + customer);
    }

    private GrantRequestRecord row(Brand brand, GrantKind kind, String key) {
        GrantRequestRecord row = database.newRecord(GRANT_REQUEST);
        row.setBrandId(brand.id().value());
        row.setKind(kind.code());
        row.setKey(key);
        row.setState(GrantState.ASKED.code());
        row.setAskedBy(Actor.current().name());
        row.setAskedAt(clock.instant());
        return row;
    }

    private GrantRequest ask(Brand brand, GrantRequestRecord row, String subject) {
        if (!second.isThere(Set.of(row.getAskedBy()))) {
            throw new Problem(GrantProblem.GRANT_NO_APPROVER);
        }
        Long id = database.insertInto(GRANT_REQUEST)
                .set(row)
                .onConflictDoNothing()
                .returning(GRANT_REQUEST.ID)
                .fetchOne(GRANT_REQUEST.ID);
        if (id == null) {
            return desk.get(brand, before(row));
        }
        audit.record("grant.ask", subject, Map.of("brand", brand.key(), "request", id, "kind", row.getKind()));
        return desk.get(brand, id);
    }

    private long before(GrantRequestRecord row) {
        GrantRequestRecord before = database.fetchSingle(
                GRANT_REQUEST,
                GRANT_REQUEST
                        .BRAND_ID
                        .eq(row.getBrandId())
                        .and(GRANT_REQUEST.KIND.eq(row.getKind()))
                        .and(GRANT_REQUEST.KEY.eq(row.getKey())));
        boolean same = Objects.equals(before.getOpenedNo(), row.getOpenedNo())
                && Objects.equals(before.getPoints(), row.getPoints())
                && Objects.equals(before.getTemplateId(), row.getTemplateId())
                && Objects.equals(before.getExpiresAt(), row.getExpiresAt())
                && Objects.equals(before.getTier(), row.getTier())
                && Objects.equals(before.getUntilAt(), row.getUntilAt())
                && Objects.equals(batch(before), batch(row))
                && before.getNote().equals(row.getNote());
        if (!same) {
            throw new Problem(GrantProblem.GRANT_KEY_TAKEN);
        }
        return before.getId();
    }

    private CouponBatches.@Nullable NewBatch batch(GrantRequestRecord row) {
        JSONB batch = row.getBatch();
        return batch == null ? null : json.readValue(batch.data(), CouponBatches.NewBatch.class);
    }
}
