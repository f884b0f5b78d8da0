package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import org.jspecify.annotations.Nullable;

/// The Idempotency-Key of a call that changes something.
public final class CallKey {

    private static final int MOST = 100;

    private CallKey() {}

    /// Two tills that number their calls from 1 do not meet.
    ///
    /// @throws Problem `coupon-key-missing`
    public static String of(Counter counter, @Nullable String header) {
        return counter.by() + "/" + of(header);
    }

    /// @throws Problem `coupon-key-missing`
    public static String of(@Nullable String header) {
        if (header == null || header.isBlank() || header.length() > MOST) {
            throw new Problem(CouponProblem.COUPON_KEY_MISSING);
        }
        return header.strip();
    }
}
