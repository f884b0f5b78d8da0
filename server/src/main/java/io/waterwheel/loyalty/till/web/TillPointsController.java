package io.waterwheel.loyalty.till.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.loyalty.coupon.till.CallKey;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.coupon.till.TillKeys;
import io.waterwheel.loyalty.coupon.till.TillScope;
import io.waterwheel.loyalty.till.TillPayment;
import io.waterwheel.loyalty.till.TillPayments;
import io.waterwheel.loyalty.till.TillRefunds;
import io.waterwheel.loyalty.till.TillRefunds.TillRefund;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Points at a till. Keeping back and giving back carry an Idempotency-Key; a payment is captured or released
/// once however often it is asked.
@RestController
@RequestMapping("/till/v1/points")
@Tag(name = "till")
class TillPointsController {

    private static final String AUTHORIZATION = "Authorization";
    private static final String KEY = "Idempotency-Key";

    private final TillKeys keys;
    private final TillPayments payments;
    private final TillRefunds refunds;

    TillPointsController(TillKeys keys, TillPayments payments, TillRefunds refunds) {
        this.keys = keys;
        this.payments = payments;
        this.refunds = refunds;
    }

    /// @param points how many of them are paid with; all when absent
    record CaptureWish(String payment, @Nullable Long points) {}

    record ReleaseWish(String payment) {}

    record PointsRefundWish(String payment, long points) {}

    @PostMapping("/freeze")
    @Operation(summary = "Keeps back points of the member whose code was read")
    TillPayment freezePointsAtTill(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody TillPayments.Wish wish) {
        Counter counter = keys.counter(authorization, TillScope.SPEND, store);
        return payments.freeze(counter, CallKey.of(counter, key), wish);
    }

    @PostMapping("/capture")
    @Operation(summary = "Pays with points that were kept back")
    TillPayment capturePointsAtTill(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody CaptureWish wish) {
        return payments.capture(keys.counter(authorization, TillScope.SPEND, store), wish.payment(), wish.points());
    }

    @PostMapping("/release")
    @Operation(summary = "Gives back points that were kept back")
    TillPayment releasePointsAtTill(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody ReleaseWish wish) {
        return payments.release(keys.counter(authorization, TillScope.SPEND, store), wish.payment());
    }

    @PostMapping("/refund")
    @Operation(summary = "Goods come back: gives back points that were paid with")
    TillRefund refundPointsAtTill(
            @RequestHeader(name = AUTHORIZATION, required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody PointsRefundWish wish) {
        Counter counter = keys.counter(authorization, TillScope.GIVE_BACK, store);
        return refunds.refund(counter, CallKey.of(counter, key), wish.payment(), wish.points());
    }
}
