package io.waterwheel.loyalty.coupon.code;

import io.waterwheel.kernel.privacy.Vault;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// The code of a coupon: its id and five bytes of proof by the installation's key. So a code is found without
/// being kept anywhere, and neither the database nor a log can give one away. Whoever tries codes at random
/// meets one that is genuine once in a million million. The id is masked by the proof: codes do not tell how
/// many there are.
///
/// Changing a coupon's code is not possible, as is changing what was printed.
@Component
public class CouponCodes {

    private static final int PART = 5;
    private static final int RECENT = 20;

    private final Vault vault;

    CouponCodes(Vault vault) {
        this.vault = vault;
    }

    /// What a code turned out to be.
    public sealed interface Reading {

        record Genuine(long coupon) implements Reading {}

        /// No code at all, or not written as it was.
        record Mistyped() implements Reading {}

        /// Rightly written, and not ours.
        record Forged() implements Reading {}
    }

    /// The code of a coupon, such as `7K3Q-0M2X-HF9A-PZ4T-E`.
    public String of(long coupon) {
        return write("coupon", coupon);
    }

    public Reading read(String code) {
        return read("coupon", code);
    }

    /// The code with which somebody takes over a coupon that was offered; each offer has another.
    public String offered(long coupon, int offer) {
        return write("coupon-offer-" + offer, coupon);
    }

    /// Whether it is the code of that offer.
    public boolean isOffer(String code, long coupon, int offer) {
        return read("coupon-offer-" + offer, code) instanceof Reading.Genuine(long named) && named == coupon;
    }

    /// Whether it is the code of an offer before that one, of the last few.
    public boolean wasOffer(String code, long coupon, int offer) {
        return IntStream.range(Math.max(1, offer - RECENT), offer).anyMatch(past -> isOffer(code, coupon, past));
    }

    private String write(String scope, long coupon) {
        byte[] proof = proof(scope, coupon);
        byte[] id = Arrays.copyOfRange(
                ByteBuffer.allocate(Long.BYTES).putLong(coupon).array(), 3, Long.BYTES);
        return CodeAlphabet.write(
                ByteBuffer.allocate(2 * PART).put(proof).put(masked(proof, id)).array());
    }

    private Reading read(String scope, String code) {
        return CodeAlphabet.read(code, 2 * PART)
                .map(bytes -> {
                    byte[] proof = Arrays.copyOf(bytes, PART);
                    byte[] id = masked(proof, Arrays.copyOfRange(bytes, PART, 2 * PART));
                    long coupon = ByteBuffer.allocate(Long.BYTES)
                            .position(3)
                            .put(id)
                            .flip()
                            .getLong();
                    return MessageDigest.isEqual(proof, proof(scope, coupon))
                            ? new Reading.Genuine(coupon)
                            : (Reading) new Reading.Forged();
                })
                .orElseGet(Reading.Mistyped::new);
    }

    private byte[] proof(String scope, long coupon) {
        return Arrays.copyOf(vault.blind(scope, Long.toString(coupon)), PART);
    }

    private byte[] masked(byte[] proof, byte[] id) {
        byte[] mask = vault.blind("coupon-mask", Arrays.toString(proof));
        byte[] masked = new byte[PART];
        for (int i = 0; i < PART; i++) {
            masked[i] = (byte) (id[i] ^ mask[i]);
        }
        return masked;
    }
}
