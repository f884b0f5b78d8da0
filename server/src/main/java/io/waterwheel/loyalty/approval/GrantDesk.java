package io.waterwheel.loyalty.approval;

import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;
import static io.waterwheel.loyalty.generated.Tables.GRANT_REQUEST;

import io.waterwheel.access.Brand;
import io.waterwheel.access.SecondPerson;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.generated.tables.records.GrantRequestRecord;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.programme.saved.LiveProgrammes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The requests of a brand, as people read them.
@Component
public class GrantDesk {

    private static final int SHOWN = 100;

    private final DSLContext database;
    private final LiveProgrammes programmes;
    private final SecondPerson second;

    GrantDesk(DSLContext database, LiveProgrammes programmes, SecondPerson second) {
        this.database = database;
        this.programmes = programmes;
        this.second = second;
    }

    /// The last hundred, newest first.
    ///
    /// @param open only those that are to be decided
    public List<GrantRequest> list(Brand brand, boolean open) {
        return views(
                brand,
                database.selectFrom(GRANT_REQUEST)
                        .where(GRANT_REQUEST.BRAND_ID.eq(brand.id().value()))
                        .and(open ? GRANT_REQUEST.STATE.eq(GrantState.ASKED.code()) : DSL.noCondition())
                        .orderBy(GRANT_REQUEST.ID.desc())
                        .limit(SHOWN)
                        .fetch());
    }

    /// @throws Problem `not-found`
    public GrantRequest get(Brand brand, long id) {
        return views(brand, List.of(row(brand, id, false))).getFirst();
    }

    GrantRequestRecord row(Brand brand, long id, boolean locked) {
        var asked = database.selectFrom(GRANT_REQUEST)
                .where(GRANT_REQUEST.ID.eq(id))
                .and(GRANT_REQUEST.BRAND_ID.eq(brand.id().value()));
        return (locked ? asked.forUpdate().fetchOptional() : asked.fetchOptional())
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "grant request " + id));
    }

    private List<GrantRequest> views(Brand brand, List<GrantRequestRecord> rows) {
        Map<Long, String> templates = database.select(COUPON_TEMPLATE.ID, COUPON_TEMPLATE.NAME)
                .from(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.in(rows.stream()
                        .map(GrantRequestRecord::getTemplateId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())))
                .fetchMap(COUPON_TEMPLATE.ID, COUPON_TEMPLATE.NAME);
        Optional<LiveProgramme> programme = rows.stream().allMatch(row -> row.getTier() == null)
                ? Optional.empty()
                : programmes.current(database, brand.id());
        return rows.stream()
                .map(row -> view(row, templates, name(programme, row.getTier())))
                .toList();
    }

    /// A tier that the programme has no longer is called by its id.
    private static @Nullable String name(Optional<LiveProgramme> programme, @Nullable String tier) {
        return programme.map(live -> live.tier(live.tier(tier))).map(Tier::name).orElse(tier);
    }

    private GrantRequest view(GrantRequestRecord row, Map<Long, String> templates, @Nullable String tier) {
        GrantState state = GrantState.of(row.getState());
        Long template = row.getTemplateId();
        return new GrantRequest(
                Long.toString(row.getId()),
                GrantKind.of(row.getKind()),
                row.getCustomerNo() == null ? null : new CustomerNo(row.getCustomerNo()),
                row.getPoints(),
                row.getNote(),
                template == null ? null : new CouponTemplateId(template),
                template == null ? null : templates.get(template),
                row.getCoupons(),
                tier,
                row.getUntilAt(),
                state,
                row.getAskedBy(),
                row.getAskedAt(),
                state == GrantState.ASKED && second.mayDecide(Set.of(row.getAskedBy())),
                row.getDecidedBy(),
                row.getDecidedAt(),
                row.getReason());
    }
}
