package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.customer.Customers;
import io.waterwheel.customer.Mask;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Coupons that members hand on by a link.
@Component
public class MemberGifts {

    private static final String NAME = "name";

    private final CouponGifts gifts;
    private final MemberCoupons coupons;
    private final Customers customers;
    private final PublicAddress address;

    MemberGifts(CouponGifts gifts, MemberCoupons coupons, Customers customers, PublicAddress address) {
        this.gifts = gifts;
        this.coupons = coupons;
        this.customers = customers;
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
        return new MemberGiftSeen(coupons.seen(looked.coupon()), name(looked.giver()), looked.until());
    }

    private @Nullable String name(CustomerNo giver) {
        String name = customers
                .templateValues(Set.of(giver), Set.of(NAME))
                .getOrDefault(giver, Map.of())
                .get(NAME);
        return name == null ? null : Mask.name(name);
    }
}
