package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.issue.CouponClaims;
import io.waterwheel.loyalty.coupon.issue.CouponPass;
import io.waterwheel.loyalty.membercentre.card.MemberCoupon;
import io.waterwheel.loyalty.membercentre.card.MemberCoupons;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.membercentre.signin.CodeTries;
import io.waterwheel.loyalty.pass.Pass;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/m/{brand}/api/coupons")
@Tag(name = "member-centre")
class MemberCouponController {

    private final MemberCoupons coupons;
    private final CouponClaims claims;
    private final CodeTries tries;
    private final CouponPass passes;

    MemberCouponController(MemberCoupons coupons, CouponClaims claims, CodeTries tries, CouponPass passes) {
        this.coupons = coupons;
        this.claims = claims;
        this.tries = tries;
        this.passes = passes;
    }

    /// @param code of a poster or on paper
    record CodeClaim(String code) {}

    @GetMapping
    List<MemberCoupon> listMemberCoupons(@PathVariable Brand brand, Member member) {
        return coupons.of(member);
    }

    @PostMapping("/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes what a code is for; wrong codes are limited")
    void claimMemberCoupon(
            @PathVariable Brand brand, Member member, @RequestBody CodeClaim claim, HttpServletRequest request) {
        tries.count(member, request.getRemoteAddr(), () -> claims.claim(brand, member.customer(), claim.code()));
    }

    @PostMapping("/{coupon}/pass")
    @Operation(summary = "The QR code of a coupon, good for a minute")
    Pass showMemberCouponPass(@PathVariable Brand brand, @PathVariable long coupon, Member member) {
        return passes.of(brand, member.customer(), coupon);
    }
}
