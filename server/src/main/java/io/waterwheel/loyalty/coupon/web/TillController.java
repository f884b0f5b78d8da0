package io.waterwheel.loyalty.coupon.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.loyalty.coupon.till.CallKey;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.coupon.till.CouponAnswer;
import io.waterwheel.loyalty.coupon.till.CouponRefunds;
import io.waterwheel.loyalty.coupon.till.CouponRequest;
import io.waterwheel.loyalty.coupon.till.CouponTill;
import io.waterwheel.loyalty.coupon.till.RefundAnswer;
import io.waterwheel.loyalty.coupon.till.RefundRequest;
import io.waterwheel.loyalty.coupon.till.TillKeys;
import io.waterwheel.loyalty.coupon.till.TillScope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tills prove themselves by their key. Every call that changes something carries an Idempotency-Key of its
/// own; a till that got no answer sends the same again.
@RestController
@RequestMapping("/till/v1/coupons")
@Tag(name = "till")
class TillController {

    private static final String AUTHORIZATION = "Authorization";
    private static final String KEY = "Idempotency-Key";

    private final TillKeys keys;
    private final CouponTill till;
    private final CouponRefunds refunds;

    TillController(TillKeys keys, CouponTill till, CouponRefunds refunds) {
        this.keys = keys;
        this.till = till;
        this.refunds = refunds;
    }

    /// The order whose coupons are given free.
    record UnlockRequest(String order) {}

    @PostMapping("/ask")
    @Operation(summary = "What coupons would take off; changes nothing")
    CouponAnswer askCoupons(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody CouponRequest request) {
        return till.ask(keys.counter(authorization, TillScope.READ, store), request);
    }

    @PostMapping("/lock")
    @Operation(summary = "Keeps coupons for an order at the checkout")
    CouponAnswer lockCoupons(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody CouponRequest request) {
        Counter counter = keys.counter(authorization, TillScope.REDEEM, store);
        return till.lock(counter, CallKey.of(counter, key), request);
    }

    @PostMapping("/redeem")
    @Operation(summary = "Uses coupons up, locked before or not")
    CouponAnswer redeemCoupons(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody CouponRequest request) {
        Counter counter = keys.counter(authorization, TillScope.REDEEM, store);
        return till.redeem(counter, CallKey.of(counter, key), request);
    }

    @PostMapping("/unlock")
    @Operation(summary = "Gives coupons free that were kept for an order")
    CouponAnswer unlockCoupons(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody UnlockRequest request) {
        Counter counter = keys.counter(authorization, TillScope.REDEEM, store);
        return till.unlock(counter, CallKey.of(counter, key), request.order());
    }

    @PostMapping("/refund")
    @Operation(summary = "Goods come back: what of the coupons belongs to them")
    RefundAnswer refundCoupons(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody RefundRequest request) {
        Counter counter = keys.counter(authorization, TillScope.RETURN, store);
        return refunds.refund(counter, CallKey.of(counter, key), request);
    }
}
