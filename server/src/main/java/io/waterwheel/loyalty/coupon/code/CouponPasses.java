package io.waterwheel.loyalty.coupon.code;

import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.loyalty.pass.MinutePasses;
import io.waterwheel.loyalty.pass.Pass;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/// What a customer's phone shows for a coupon as a QR code.
@Component
public class CouponPasses {

    /// As many as codes have room for.
    private static final int COUPON_BITS = 40;

    private static final long COUPONS = (1L << COUPON_BITS) - 1;
    private static final MinutePasses.Kind KIND = new MinutePasses.Kind("WWP1.", "coupon-pass");

    private final MinutePasses passes;

    CouponPasses(Vault vault, InstantSource clock) {
        this.passes = new MinutePasses(vault, clock);
    }

    public sealed interface Reading {

        record Genuine(Shown shown) implements Reading {}

        record Old(Shown shown) implements Reading {}

        record Forged() implements Reading {}
    }

    /// A coupon, and how often it had been offered to somebody else: who offers it ends the passes shown before.
    public record Shown(long coupon, int offers) {

        private static Shown of(long packed) {
            return new Shown(packed & COUPONS, (int) (packed >>> COUPON_BITS));
        }

        private long packed() {
            return (long) offers << COUPON_BITS | coupon;
        }
    }

    public Pass of(long coupon, int offers) {
        return passes.of(KIND, new Shown(coupon, offers).packed());
    }

    /// Whether a text is a pass rather than a code that somebody typed.
    public static boolean looksLike(String text) {
        return KIND.looksLike(text);
    }

    public Reading read(String text) {
        return switch (passes.read(KIND, text)) {
            case MinutePasses.Reading.Genuine(long packed) -> new Reading.Genuine(Shown.of(packed));
            case MinutePasses.Reading.Old(long packed) -> new Reading.Old(Shown.of(packed));
            case MinutePasses.Reading.Forged() -> new Reading.Forged();
        };
    }
}
