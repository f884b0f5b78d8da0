package io.waterwheel.loyalty.coupon.code;

import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/// What a customer's phone shows as a QR code: good for a minute, so that a picture of it that went round is
/// worth nothing. The page asks for another before it ends.
@Component
public class CouponPasses {

    public static final Duration LASTS = Duration.ofSeconds(60);

    private static final String MARK = "WWP1.";
    private static final String SCOPE = "coupon-pass";
    private static final int PLAIN = 2 * Long.BYTES;
    private static final int PROOF = 16;

    private final Vault vault;
    private final InstantSource clock;

    CouponPasses(Vault vault, InstantSource clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /// @param text  what the QR code says
    /// @param until when it is of no use any more
    public record Pass(String text, Instant until) {}

    public sealed interface Reading {

        record Genuine(long coupon) implements Reading {}

        record Old() implements Reading {}

        record Forged() implements Reading {}
    }

    public Pass of(long coupon) {
        Instant until = clock.instant().plus(LASTS);
        byte[] plain = ByteBuffer.allocate(PLAIN)
                .putLong(coupon)
                .putLong(until.toEpochMilli())
                .array();
        byte[] whole = ByteBuffer.allocate(PLAIN + PROOF)
                .put(plain)
                .put(vault.blind(SCOPE, Arrays.toString(plain)))
                .array();
        return new Pass(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(whole), until);
    }

    /// Whether a text is a pass rather than a code that somebody typed.
    public static boolean looksLike(String text) {
        return text.startsWith(MARK);
    }

    public Reading read(String text) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(text.substring(MARK.length()));
        } catch (IllegalArgumentException notBase64) {
            return new Reading.Forged();
        }
        if (whole.length != PLAIN + PROOF) {
            return new Reading.Forged();
        }
        byte[] plain = Arrays.copyOf(whole, PLAIN);
        byte[] proof = Arrays.copyOfRange(whole, PLAIN, whole.length);
        if (!MessageDigest.isEqual(proof, vault.blind(SCOPE, Arrays.toString(plain)))) {
            return new Reading.Forged();
        }
        ByteBuffer read = ByteBuffer.wrap(plain);
        long coupon = read.getLong();
        return clock.instant().toEpochMilli() < read.getLong() ? new Reading.Genuine(coupon) : new Reading.Old();
    }
}
