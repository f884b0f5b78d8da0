package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponGranted.Issued;
import io.waterwheel.loyalty.CouponGranted.Reason;
import io.waterwheel.loyalty.CouponGranted.Refused;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponMoves.Moved;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.rule.CouponValidity.Period;
import io.waterwheel.loyalty.coupon.template.TemplateState;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import io.waterwheel.loyalty.generated.tables.records.CouponTemplateRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Makes coupons. The template's row is locked meanwhile: whoever issues coupons of it at the same time
/// waits, so stock, budget and limits are never exceeded. A thousand at a time cost about what one does.
@Component
class Issuing {

    private final DSLContext database;
    private final CouponMoves moves;
    private final HeldCoupons heldCoupons;
    private final JsonMapper json;
    private final InstantSource clock;

    Issuing(DSLContext database, CouponMoves moves, HeldCoupons heldCoupons, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.moves = moves;
        this.heldCoupons = heldCoupons;
        this.json = json;
        this.clock = clock;
    }

    /// @param given    the number the coupon is given under; null for one on paper
    /// @param customer whose it is now
    record Wish(
            String key,
            @Nullable CustomerNo given,
            @Nullable CustomerNo customer,
            String origin) {}

    /// @return by key, in the order given
    @Transactional
    public Map<String, CouponGranted> issue(Brand brand, CouponTemplateId id, List<Wish> wishes) {
        CouponTemplateRecord template = database.selectFrom(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.eq(id.value()))
                .and(COUPON_TEMPLATE.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "coupon template " + id));
        Map<String, CouponRecord> before = database
                .selectFrom(COUPON)
                .where(COUPON.BRAND_ID.eq(brand.id().value()))
                .and(COUPON.ISSUE_KEY.eq(DSL.any(wishes.stream().map(Wish::key).toArray(String[]::new))))
                .fetch()
                .stream()
                .collect(Collectors.toMap(CouponRecord::getIssueKey, row -> row));
        Map<Integer, Integer> held = held(template, wishes);
        Instant now = clock.instant();
        CouponTerms terms = json.readValue(template.getTerms().data(), CouponTerms.class);
        Period period = terms.validity().period(now, brand.zone());
        Map<String, CouponGranted> granted = new LinkedHashMap<>();
        Map<String, Wish> fresh = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            CouponRecord existing = before.get(wish.key());
            if (existing != null) {
                granted.put(wish.key(), again(template, wish, existing));
            } else if (!fresh.containsKey(wish.key())) {
                Reason refused = refused(template, wish, held, fresh.size(), period, now);
                granted.put(wish.key(), refused == null ? new Issued(0, false) : new Refused(refused));
                if (refused == null) {
                    fresh.put(wish.key(), wish);
                }
            }
        }
        if (!fresh.isEmpty()) {
            count(template, fresh.size());
            insert(brand, template, terms, period, List.copyOf(fresh.values()), now)
                    .forEach(coupon -> granted.put(coupon.getIssueKey(), new Issued(coupon.getId(), false)));
        }
        return granted;
    }

    private static CouponGranted again(CouponTemplateRecord template, Wish wish, CouponRecord existing) {
        boolean same = existing.getTemplateId().equals(template.getId())
                && (number(wish.given()).equals(existing.getGivenNo())
                        || number(wish.customer()).equals(existing.getCustomerNo())
                        || wish.given() == null
                        || existing.getHandedOn());
        return same ? new Issued(existing.getId(), true) : new Refused(Reason.KEY_TAKEN);
    }

    private static @Nullable Reason refused(
            CouponTemplateRecord template,
            Wish wish,
            Map<Integer, Integer> held,
            int taken,
            Period period,
            Instant now) {
        if (TemplateState.of(template.getState()) != TemplateState.ACTIVE) {
            return Reason.NOT_ACTIVE;
        }
        if (!now.isBefore(period.until())) {
            return Reason.OVER;
        }
        Integer stock = template.getStock();
        if (stock != null && template.getIssued() + taken >= stock) {
            return Reason.SOLD_OUT;
        }
        Long budget = template.getBudget();
        if (budget != null && template.getReserved() + (taken + 1L) * template.getWorth() > budget) {
            return Reason.BUDGET_USED_UP;
        }
        Integer most = template.getPerCustomer();
        CustomerNo customer = wish.customer();
        if (most != null && customer != null) {
            int has = held.getOrDefault(customer.value(), 0);
            if (has >= most) {
                return Reason.LIMIT_REACHED;
            }
            held.put(customer.value(), has + 1);
        }
        return null;
    }

    /// How many each customer has or had of it; nobody, where there is no limit.
    private Map<Integer, Integer> held(CouponTemplateRecord template, List<Wish> wishes) {
        if (template.getPerCustomer() == null) {
            return new HashMap<>();
        }
        return new HashMap<>(heldCoupons.of(
                template.getId(),
                wishes.stream()
                        .map(Wish::customer)
                        .filter(Objects::nonNull)
                        .map(CustomerNo::value)
                        .toList()));
    }

    private void count(CouponTemplateRecord template, int coupons) {
        template.setIssued(template.getIssued() + coupons);
        template.setReserved(template.getReserved() + coupons * template.getWorth());
        database.update(COUPON_TEMPLATE)
                .set(COUPON_TEMPLATE.ISSUED, template.getIssued())
                .set(COUPON_TEMPLATE.RESERVED, template.getReserved())
                .where(COUPON_TEMPLATE.ID.eq(template.getId()))
                .execute();
    }

    private List<CouponRecord> insert(
            Brand brand,
            CouponTemplateRecord template,
            CouponTerms terms,
            Period period,
            List<Wish> wishes,
            Instant now) {
        RowSet rows = new RowSet(
                COUPON.BRAND_ID,
                COUPON.TEMPLATE_ID,
                COUPON.CUSTOMER_NO,
                COUPON.GIVEN_NO,
                COUPON.ISSUE_KEY,
                COUPON.ORIGIN,
                COUPON.STATE,
                COUPON.WORTH,
                COUPON.VALID_FROM,
                COUPON.VALID_UNTIL,
                COUPON.REMIND_AT,
                COUPON.ISSUED_AT,
                COUPON.CHANGED_AT);
        Instant remind = terms.remindDays() == null ? null : period.until().minus(Duration.ofDays(terms.remindDays()));
        for (Wish wish : wishes) {
            rows.row(
                    brand.id().value(),
                    template.getId(),
                    wish.customer() == null ? null : wish.customer().value(),
                    wish.given() == null ? null : wish.given().value(),
                    wish.key(),
                    wish.origin(),
                    CouponState.ISSUED.code(),
                    template.getWorth(),
                    period.from(),
                    period.until(),
                    remind,
                    now,
                    now);
        }
        RowSet.Given given = rows.as("given");
        List<CouponRecord> made = database.insertInto(COUPON, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .returning()
                .fetch();
        String by = Actor.current().name();
        moves.told(made.stream()
                .map(coupon -> new Moved(coupon, Move.of(CouponStep.ISSUE, now, by)))
                .toList());
        return made;
    }

    private static Integer number(@Nullable CustomerNo customer) {
        return customer == null ? 0 : customer.value();
    }
}
