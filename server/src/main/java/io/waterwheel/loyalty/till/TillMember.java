package io.waterwheel.loyalty.till;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.membercentre.card.MemberCoupon;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who stands at the counter, as far as a till has to know.
///
/// @param visit      what this till names them by until the visit ends; worth nothing at another
/// @param card       the member's number
/// @param name       masked; null where nobody said
/// @param tier       the name of their tier; null where the brand has none
/// @param points     to be spent now
/// @param coupons    that this store takes now, the newest first
@Schema(name = "TillMember")
public record TillMember(
        String visit,
        Instant visitUntil,
        String card,
        @Nullable String name,
        @Nullable String tier,
        long points,
        List<TillCoupon> coupons) {

    /// @param code what the till locks and redeems it by
    @Schema(name = "TillCoupon")
    public record TillCoupon(String code, MemberCoupon coupon) {}
}
