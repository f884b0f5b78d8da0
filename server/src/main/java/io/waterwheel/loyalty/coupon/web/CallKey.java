package io.waterwheel.loyalty.coupon.web;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import org.jspecify.annotations.Nullable;

/// The Idempotency-Key of a call that changes something.
final class CallKey {

    private static final int MOST = 100;

    private CallKey() {}

    /// @throws Problem `coupon-key-missing`
    static String of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > MOST) {
            throw new Problem(CouponProblem.COUPON_KEY_MISSING);
        }
        return header.strip();
    }
}
