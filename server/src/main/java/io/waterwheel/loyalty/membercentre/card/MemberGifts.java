package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.loyalty.member.MaskedNames;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Coupons that members hand on by a link.
@Component
public class MemberGifts {

    private final CouponGifts gifts;
    private final MemberCoupons coupons;
    private final MaskedNames names;
    private final PublicAddress address;

    MemberGifts(CouponGifts gifts, MemberCoupons coupons, MaskedNames names, PublicAddress address) {
        this.gifts = gifts;
        this.coupons = coupons;
        this.names = names;
        this.address = address;
    }

    /// @param until from when on the coupon comes back by itself
    @Schema(name = "MemberGift")
    public record MemberGift(String url, Instant until) {}

    /// What somebody is shown before they take it.
    ///
    /// @param by the giver's name, masked
    @Schema(name = "MemberGiftSeen")
    public record MemberGiftSeen(
            MemberCoupon coupon, @Nullable String by, Instant until) {}

    public MemberGift give(Member member, long coupon) {
        CouponGifts.Offer offer = gifts.offer(member.brand(), member.customer(), coupon);
        return new MemberGift(
                address.of("/m/" + member.brand().key() + "/gift/" + offer.coupon() + "/" + offer.code()),
                offer.until());
    }

    public MemberGiftSeen look(Member member, long coupon, String code) {
        CouponGifts.Looked looked = gifts.look(member.brand(), member.customer(), coupon, code);
        return new MemberGiftSeen(coupons.seen(looked.coupon()), names.of(looked.giver()), looked.until());
    }
}
