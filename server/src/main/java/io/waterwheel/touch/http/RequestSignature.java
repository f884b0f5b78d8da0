package io.waterwheel.touch.http;

import io.waterwheel.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proves who made a request and that nobody changed it: HMAC-SHA-256 in hex over
/// `timestamp.hex(sha256(body))`. The address is left out, because what stands before a server may change it.
public final class RequestSignature {

    /// How far the clocks of both sides may be apart; it also bounds how long a request can be played again.
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private RequestSignature() {}

    /// @param timestamp seconds since 1970
    public static String sign(String secret, long timestamp, byte[] body) {
        String text = timestamp + "." + HexFormat.of().formatHex(Sha256.digest().digest(body));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    /// Whether the signature is right and not too old.
    public static boolean verify(String secret, String timestamp, String signature, byte[] body, Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        long at = Long.parseLong(timestamp);
        boolean recent = Duration.between(Instant.ofEpochSecond(at), now).abs().compareTo(TOLERANCE) <= 0;
        return recent
                && MessageDigest.isEqual(
                        sign(secret, at, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.UTF_8));
    }
}
