package io.waterwheel.loyalty.till;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.till.TillMember.TillCoupon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who stands before a guide, as far as a guide has to know to take a coupon.
///
/// @param card    the member's number
/// @param name    masked; null where nobody said
/// @param tier    the name of their tier; null where the brand has none
/// @param points  to be spent now
/// @param coupons that this store takes now, the newest first
@Schema(name = "DeskMember")
public record DeskMember(
        String card, @Nullable String name, @Nullable String tier, long points, List<TillCoupon> coupons) {}
