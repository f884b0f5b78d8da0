package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.loyalty.coupon.issue.GivenCoupons;
import io.waterwheel.loyalty.membercentre.card.MemberGifts;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.membercentre.signin.CodeTries;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Members give coupons to others.
@RestController
@RequestMapping("/m/{brand}/api")
@Tag(name = "member-centre")
class MemberGiftController {

    private final MemberGifts gifts;
    private final CouponGifts coupons;
    private final GivenCoupons given;
    private final CodeTries tries;

    MemberGiftController(MemberGifts gifts, CouponGifts coupons, GivenCoupons given, CodeTries tries) {
        this.gifts = gifts;
        this.coupons = coupons;
        this.given = given;
        this.tries = tries;
    }

    @PostMapping("/coupons/{coupon}/gift")
    @Operation(summary = "A link by which one person takes the coupon within a day; asked again, the same link")
    MemberGifts.MemberGift giveMemberCoupon(@PathVariable Brand brand, @PathVariable long coupon, Member member) {
        return gifts.give(member, coupon);
    }

    @DeleteMapping("/coupons/{coupon}/gift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes the coupon back, unless somebody has it")
    void takeBackMemberCoupon(@PathVariable Brand brand, @PathVariable long coupon, Member member) {
        coupons.takeBack(brand, member.customer(), coupon);
    }

    @GetMapping("/gifts")
    @Operation(summary = "Coupons the member gave and somebody took, the last first")
    List<GivenCoupons.GivenCoupon> listMemberGifts(@PathVariable Brand brand, Member member) {
        return given.of(brand, member.customer());
    }

    @GetMapping("/gifts/{coupon}/{code}")
    @Operation(summary = "What somebody gives, and who")
    MemberGifts.MemberGiftSeen seeMemberGift(
            @PathVariable Brand brand,
            @PathVariable long coupon,
            @PathVariable String code,
            Member member,
            HttpServletRequest request) {
        return tries.count(member, request.getRemoteAddr(), () -> gifts.look(member, coupon, code));
    }

    @PostMapping("/gifts/{coupon}/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes it; of two who try, one has it")
    void takeMemberGift(
            @PathVariable Brand brand,
            @PathVariable long coupon,
            @PathVariable String code,
            Member member,
            HttpServletRequest request) {
        tries.count(member, request.getRemoteAddr(), () -> {
            coupons.accept(brand, member.customer(), coupon, code);
            return true;
        });
    }
}
