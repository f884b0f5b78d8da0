package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.coupon.code.CouponPasses;
import io.waterwheel.loyalty.pass.Pass;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Passes for coupons that customers have.
@Component
public class CouponPass {

    private final DSLContext database;
    private final Customers customers;
    private final CouponPasses passes;

    CouponPass(DSLContext database, Customers customers, CouponPasses passes) {
        this.database = database;
        this.customers = customers;
        this.passes = passes;
    }

    /// @throws Problem `not-found` unless it is the customer's
    public Pass of(Brand brand, CustomerNo customer, long coupon) {
        CustomerNo now = customers.currentOf(customer);
        int offers = database.select(COUPON.OFFERS)
                .from(COUPON)
                .where(COUPON.ID.eq(coupon))
                .and(COUPON.BRAND_ID.eq(brand.id().value()))
                .and(COUPON.CUSTOMER_NO.eq(now.value()))
                .fetchOptional(COUPON.OFFERS)
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "coupon " + coupon));
        return passes.of(coupon, offers);
    }
}
