package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.coupon.issue.CouponClaims;
import io.waterwheel.loyalty.coupon.issue.CouponGifts;
import io.waterwheel.loyalty.coupon.issue.CouponPass;
import io.waterwheel.loyalty.coupon.issue.CouponWithdrawal;
import io.waterwheel.loyalty.pass.Pass;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class CustomerCouponController {

    private final Coupons coupons;
    private final CouponClaims claims;
    private final CouponGifts gifts;
    private final CouponWithdrawal withdrawal;
    private final CouponPass passes;

    CustomerCouponController(
            Coupons coupons, CouponClaims claims, CouponGifts gifts, CouponWithdrawal withdrawal, CouponPass passes) {
        this.coupons = coupons;
        this.claims = claims;
        this.gifts = gifts;
        this.withdrawal = withdrawal;
        this.passes = passes;
    }

    record ClaimCoupon(String code) {}

    record AcceptCoupon(String code) {}

    record ClaimedCoupon(String coupon) {}

    @GetMapping("/customers/{customer}/coupons")
    List<CustomerCoupon> listCustomerCoupons(@PathVariable Brand brand, @PathVariable int customer) {
        CustomerNo number = new CustomerNo(customer);
        return coupons.of(brand, List.of(number)).getOrDefault(number, List.of());
    }

    /// Gives a customer what a code of a poster or on paper is for.
    @PostMapping("/customers/{customer}/coupons/claim")
    ClaimedCoupon claimCoupon(@PathVariable Brand brand, @PathVariable int customer, @RequestBody ClaimCoupon claim) {
        return new ClaimedCoupon(Long.toString(claims.claim(brand, new CustomerNo(customer), claim.code())));
    }

    /// The QR code a customer shows at the counter, good for a minute.
    @PostMapping("/customers/{customer}/coupons/{coupon}/pass")
    Pass showCouponPass(@PathVariable Brand brand, @PathVariable int customer, @PathVariable long coupon) {
        return passes.of(brand, new CustomerNo(customer), coupon);
    }

    @PostMapping("/customers/{customer}/coupons/{coupon}/offer")
    CouponGifts.Offer offerCoupon(@PathVariable Brand brand, @PathVariable int customer, @PathVariable long coupon) {
        return gifts.offer(brand, new CustomerNo(customer), coupon);
    }

    @PostMapping("/customers/{customer}/coupons/{coupon}/take-back")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBackCoupon(@PathVariable Brand brand, @PathVariable int customer, @PathVariable long coupon) {
        gifts.takeBack(brand, new CustomerNo(customer), coupon);
    }

    /// Takes over a coupon that somebody else offered.
    @PostMapping("/customers/{customer}/coupons/{coupon}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptCoupon(
            @PathVariable Brand brand,
            @PathVariable int customer,
            @PathVariable long coupon,
            @RequestBody AcceptCoupon accept) {
        gifts.accept(brand, new CustomerNo(customer), coupon, accept.code());
    }

    @PostMapping("/coupons/withdraw")
    CouponWithdrawal.Withdrawn withdrawCoupons(@PathVariable Brand brand, @RequestBody CouponWithdrawal.Withdraw wish) {
        return withdrawal.withdraw(brand, wish);
    }
}
