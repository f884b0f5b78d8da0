package io.waterwheel.loyalty;

/// What a customer can be given.
public sealed interface RequestedReward {

    /// Points, lost when the programme says so.
    record OfPoints(Points points) implements RequestedReward {

        public OfPoints {
            if (!points.any()) {
                throw new IllegalArgumentException("no points are no reward");
            }
        }
    }

    /// A coupon of a template.
    record OfCoupon(CouponTemplateId template) implements RequestedReward {}
}
