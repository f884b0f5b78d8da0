package io.waterwheel.loyalty.coupon.code;

import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.pass.MinutePasses;
import io.waterwheel.loyalty.pass.Pass;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// What a customer's phone shows for a coupon as a QR code.
@Component
public class CouponPasses {

    private static final MinutePasses.Kind KIND = new MinutePasses.Kind("WWP1.", "coupon-pass");

    private final MinutePasses passes;

    CouponPasses(Vault vault, InstantSource clock) {
        this.passes = new MinutePasses(vault, clock);
    }

    public sealed interface Reading {

        record Genuine(long coupon) implements Reading {}

        record Old(long coupon) implements Reading {}

        record Forged() implements Reading {}
    }

    public Pass of(long coupon) {
        return passes.of(KIND, coupon);
    }

    /// Whether a text is a pass rather than a code that somebody typed.
    public static boolean looksLike(String text) {
        return KIND.looksLike(text);
    }

    public Reading read(String text) {
        return switch (passes.read(KIND, text)) {
            case MinutePasses.Reading.Genuine(long coupon) -> new Reading.Genuine(coupon);
            case MinutePasses.Reading.Old(long coupon) -> new Reading.Old(coupon);
            case MinutePasses.Reading.Forged() -> new Reading.Forged();
        };
    }
}
