package io.waterwheel.loyalty.reward;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.CouponTemplateId;

/// What a member gets for something.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reward.OfPoints.class, name = "points"),
    @JsonSubTypes.Type(value = Reward.OfCoupon.class, name = "coupon"),
    @JsonSubTypes.Type(value = Reward.OfChances.class, name = "chances")
})
@Schema(
        name = "Reward",
        oneOf = {Reward.OfPoints.class, Reward.OfCoupon.class, Reward.OfChances.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "points", schema = Reward.OfPoints.class),
            @DiscriminatorMapping(value = "coupon", schema = Reward.OfCoupon.class),
            @DiscriminatorMapping(value = "chances", schema = Reward.OfChances.class)
        })
public sealed interface Reward {

    @Schema(name = "RewardPoints")
    record OfPoints(long points) implements Reward {}

    @Schema(name = "RewardCoupon")
    record OfCoupon(CouponTemplateId template) implements Reward {}

    /// Draws without points.
    ///
    /// @param draw a lucky draw's id
    @Schema(name = "RewardChances")
    record OfChances(String draw, int chances) implements Reward {}
}
