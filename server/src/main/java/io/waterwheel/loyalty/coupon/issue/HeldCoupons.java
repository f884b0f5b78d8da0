package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.coupon.life.CouponState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// What counts towards a template's limit for each customer: all they have or had of it, but for what was withdrawn.
@Component
class HeldCoupons {

    private final DSLContext database;

    HeldCoupons(DSLContext database) {
        this.database = database;
    }

    /// A template's limit, if a customer has reached it. The template's row is locked as by whoever issues: both
    /// together give nobody more than the limit.
    Optional<Integer> reached(long template, CustomerNo customer) {
        Integer most = database.select(COUPON_TEMPLATE.PER_CUSTOMER)
                .from(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.eq(template))
                .forUpdate()
                .fetchOne(COUPON_TEMPLATE.PER_CUSTOMER);
        return Optional.ofNullable(most)
                .filter(limit -> of(template, List.of(customer.value())).getOrDefault(customer.value(), 0) >= limit);
    }

    /// By customer; who has none is left out. True for as long as the caller holds the template's row.
    Map<Integer, Integer> of(long template, Collection<Integer> customers) {
        return database.select(COUPON.CUSTOMER_NO, DSL.count())
                .from(COUPON)
                .where(COUPON.TEMPLATE_ID.eq(template))
                .and(COUPON.CUSTOMER_NO.eq(DSL.any(customers.toArray(Integer[]::new))))
                .and(COUPON.STATE.ne(CouponState.WITHDRAWN.code()))
                .groupBy(COUPON.CUSTOMER_NO)
                .fetchMap(COUPON.CUSTOMER_NO, DSL.count());
    }
}
