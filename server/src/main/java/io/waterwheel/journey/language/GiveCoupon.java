package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;

/// Gives a customer a coupon, as long as there are any and they may have one.
///
/// @param template the coupon template's id
@Schema(name = "JourneyGiveCoupon")
public record GiveCoupon(String template) implements Giving {

    public GiveCoupon {
        Ids.check(template, "/template", JourneyFault.UNKNOWN_COUPON);
    }
}
