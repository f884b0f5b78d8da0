package io.waterwheel.loyalty;

import io.waterwheel.access.Brand;
import java.util.Map;

/// Whole programmes from one document: earn rules and tiers, coupons, mall, check-in, tasks, growth
/// programmes, draws and benefits.
public interface ProgrammeKits {

    /// Makes everything the document says, switches it on and publishes the programme: all of it or nothing. A
    /// brand that has a programme already is left as it is.
    ///
    /// @param kit JSON, in the words of the API; what refers to a coupon, draw or growth programme of the kit says
    ///            `coupon:`, `draw:` or `growth:` and its key
    /// @return the kit's coupon templates by their key; those of a brand left as it is, where they are active
    /// @throws io.waterwheel.kernel.problem.Problem `programme-invalid`, `invalid`
    Map<String, CouponTemplateId> open(Brand brand, String kit);
}
