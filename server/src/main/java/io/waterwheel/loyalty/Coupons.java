package io.waterwheel.loyalty;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What other modules may do with coupons.
public interface Coupons {

    /// Issues coupons of one template, each by its key once, in one transaction: the caller's if there is
    /// one. Stock, budget and the limit of each customer hold whoever else issues at the same time; while
    /// they last, those named first get one.
    ///
    /// @return what became of each wish, in the order given
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    List<CouponGranted> issue(Brand brand, CouponTemplateId template, List<CouponGrant> grants);

    /// The name of a template.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    String name(Brand brand, CouponTemplateId template);

    /// The names of templates of which coupons are issued.
    Map<CouponTemplateId, String> active(Brand brand);

    /// What customers have now and had, newest first, at most a hundred of each; those without any are left
    /// out.
    Map<CustomerNo, List<CustomerCoupon>> of(Brand brand, Collection<CustomerNo> customers);
}
