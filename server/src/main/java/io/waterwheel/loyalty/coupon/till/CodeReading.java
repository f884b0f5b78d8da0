package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.code.CouponPasses;
import org.springframework.stereotype.Component;

/// Which coupon somebody shows.
@Component
class CodeReading {

    private final CouponCodes codes;
    private final CouponPasses passes;

    CodeReading(CouponCodes codes, CouponPasses passes) {
        this.codes = codes;
        this.passes = passes;
    }

    /// @param text a typed code or a scanned pass
    /// @throws Problem `coupon-code-mistyped`, `coupon-code-forged`, `coupon-code-old`
    long coupon(String text) {
        String shown = text.strip();
        if (CouponPasses.looksLike(shown)) {
            return switch (passes.read(shown)) {
                case CouponPasses.Reading.Genuine(long coupon) -> coupon;
                case CouponPasses.Reading.Old() -> throw new Problem(CouponProblem.COUPON_CODE_OLD);
                case CouponPasses.Reading.Forged() -> throw new Problem(CouponProblem.COUPON_CODE_FORGED);
            };
        }
        return switch (codes.read(shown)) {
            case CouponCodes.Reading.Genuine(long coupon) -> coupon;
            case CouponCodes.Reading.Mistyped() -> throw new Problem(CouponProblem.COUPON_CODE_MISTYPED);
            case CouponCodes.Reading.Forged() -> throw new Problem(CouponProblem.COUPON_CODE_FORGED);
        };
    }
}
