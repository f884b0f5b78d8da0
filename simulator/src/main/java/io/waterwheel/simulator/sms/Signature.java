package io.waterwheel.simulator.sms;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 in hex over `timestamp.hex(sha256(body))`.
final class Signature {
    private Signature() {}

    static String of(String secret, String timestamp, byte[] body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            var text = timestamp + "." + HexFormat.of().formatHex(digest);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
