package io.waterwheel.loyalty.marketplace.dialect;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/// What marketplaces sign with; plain MD5 and SHA-256 around a secret is theirs to choose.
final class Signing {

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private Signing() {}

    static byte[] digest(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    static String hex(String algorithm, byte[]... parts) {
        return HexFormat.of().formatHex(digest(algorithm, parts));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// @throws Problem `marketplace-signature-wrong`
    static void same(String wanted, String given) {
        if (!MessageDigest.isEqual(
                bytes(wanted.toLowerCase(Locale.ROOT)), bytes(given.strip().toLowerCase(Locale.ROOT)))) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_SIGNATURE_WRONG);
        }
    }

    /// @throws Problem `marketplace-timestamp-old`
    static void fresh(Instant said, Instant now) {
        if (Duration.between(said, now).abs().compareTo(WINDOW) > 0) {
            throw new Problem(MarketplaceProblem.MARKETPLACE_TIMESTAMP_OLD);
        }
    }
}
