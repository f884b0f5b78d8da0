package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.loyalty.coupon.life.CouponState;
import java.util.Collection;
import java.util.Map;
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
