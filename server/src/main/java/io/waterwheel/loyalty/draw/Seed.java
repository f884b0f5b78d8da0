package io.waterwheel.loyalty.draw;

import io.waterwheel.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// What all rolls of a draw come from. Its hash is shown before anybody draws and the seed when the draw is
/// over, so nobody can choose a roll, and everybody can check each.
record Seed(String hex) {

    static final int ROLLS = 1_000_000;

    static Seed fresh() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new Seed(HexFormat.of().formatHex(random));
    }

    /// SHA-256 of the text in hex.
    byte[] promise() {
        return Sha256.of(hex);
    }

    /// The first eight bytes of HMAC-SHA-256 of the play's number, as a number without sign, modulo a
    /// million. The rest of 2^64 by a million makes some rolls likelier than others by less than one in 10^13.
    int roll(long play) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hex.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] hash = mac.doFinal(Long.toString(play).getBytes(StandardCharsets.US_ASCII));
            return (int) Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), ROLLS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
