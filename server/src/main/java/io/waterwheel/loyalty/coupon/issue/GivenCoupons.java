package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_MOVE;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.coupon.life.CouponOffer;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What customers gave to others, and may give. A coupon changes hands once: whoever offered it gave it.
@Component
public class GivenCoupons {

    private static final int SHOWN = 50;

    private final DSLContext database;
    private final Customers customers;
    private final KnownTemplates templates;
    private final HandOnRule rule;
    private final InstantSource clock;

    GivenCoupons(
            DSLContext database, Customers customers, KnownTemplates templates, HandOnRule rule, InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.templates = templates;
        this.rule = rule;
        this.clock = clock;
    }

    /// A coupon that somebody took. By whom is not said: the link may have gone round.
    @Schema(name = "GivenCoupon")
    public record GivenCoupon(String id, String name, Instant takenAt) {}

    /// @param may   whether its customer may offer it now
    /// @param until of one that is offered: until when somebody can take it
    public record Standing(boolean may, @Nullable Instant until) {}

    /// What a customer gave, the last first.
    public List<GivenCoupon> of(Brand brand, CustomerNo customer) {
        return database.select(COUPON.ID, COUPON.TEMPLATE_ID, COUPON_MOVE.AT)
                .from(COUPON)
                .join(COUPON_MOVE)
                .on(COUPON_MOVE.COUPON_ID.eq(COUPON.ID))
                .and(COUPON_MOVE.STEP.eq(CouponStep.HAND_ON.code()))
                .where(COUPON.BRAND_ID.eq(brand.id().value()))
                .and(COUPON.HANDED_ON.isTrue())
                .and(COUPON.CUSTOMER_NO.isDistinctFrom(
                        customers.currentOf(customer).value()))
                .and(offeredBy(customer))
                .orderBy(COUPON_MOVE.AT.desc(), COUPON.ID.desc())
                .limit(SHOWN)
                .fetch(row -> new GivenCoupon(
                        Long.toString(row.value1()), templates.get(row.value2()).name(), row.value3()));
    }

    /// By coupon, as far as they are there.
    public Map<String, Standing> standing(Brand brand, Collection<String> coupons) {
        Instant now = clock.instant();
        return database
                .selectFrom(COUPON)
                .where(COUPON.ID.eq(DSL.any(coupons.stream().map(Long::valueOf).toArray(Long[]::new))))
                .and(COUPON.BRAND_ID.eq(brand.id().value()))
                .fetch()
                .stream()
                .collect(Collectors.toMap(coupon -> Long.toString(coupon.getId()), coupon -> standing(coupon, now)));
    }

    private Standing standing(CouponRecord coupon, Instant now) {
        boolean offered = CouponState.of(coupon.getState()) == CouponState.OFFERED;
        return new Standing(rule.refusal(coupon, now).isEmpty(), offered ? CouponOffer.until(coupon) : null);
    }

    boolean by(CustomerNo customer, long coupon) {
        return database.fetchExists(COUPON, COUPON.ID.eq(coupon), COUPON.HANDED_ON.isTrue(), offeredBy(customer));
    }

    /// What happened to coupons is written under the numbers they were given under.
    private Condition offeredBy(CustomerNo customer) {
        CustomerNo now = customers.currentOf(customer);
        Integer[] numbers = Stream.concat(Stream.of(now), customers.numbers(List.of(now)).keySet().stream())
                .map(CustomerNo::value)
                .distinct()
                .toArray(Integer[]::new);
        return COUPON.ID.in(DSL.select(COUPON_MOVE.COUPON_ID)
                .from(COUPON_MOVE)
                .where(COUPON_MOVE.CUSTOMER_NO.eq(DSL.any(numbers)))
                .and(COUPON_MOVE.STEP.eq(CouponStep.OFFER.code())));
    }
}
