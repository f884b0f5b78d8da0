package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.till.CallKey;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.coupon.till.CouponAnswer;
import io.waterwheel.loyalty.coupon.till.CouponRequest;
import io.waterwheel.loyalty.coupon.till.CouponTill;
import io.waterwheel.loyalty.coupon.till.Desks;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A guide scans what a customer's phone shows, at a store of theirs.
@RestController
@RequestMapping("/api/brands/{brand}/coupon-desk")
@Tag(name = "loyalty")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
class GuideDeskController {

    private final Desks desks;
    private final CouponTill till;

    GuideDeskController(Desks desks, CouponTill till) {
        this.desks = desks;
        this.till = till;
    }

    /// What a scanned coupon would take off; changes nothing.
    @PostMapping("/ask")
    CouponAnswer askScannedCoupons(
            @PathVariable Brand brand, @RequestParam String store, @RequestBody CouponRequest request) {
        return till.ask(desks.counter(brand, store), request);
    }

    @PostMapping("/redeem")
    CouponAnswer redeemScannedCoupons(
            @PathVariable Brand brand,
            @RequestParam String store,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody CouponRequest request) {
        Counter counter = desks.counter(brand, store);
        return till.redeem(counter, CallKey.of(counter, key), request);
    }
}
