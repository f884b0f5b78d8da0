package io.waterwheel.touch.broadcast;

import io.waterwheel.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Decides who is left alone: by SHA-256 over salt, broadcast and customer number, so that the answer is the same on
/// every try and independent between broadcasts.
public final class HoldoutSplit {

    private static final int STEPS = 10_000;

    private final MessageDigest digest;
    private final byte[] prefix;
    private final long threshold;

    /// @param percent 0 … 90, steps of 0.01 matter
    public HoldoutSplit(String salt, long broadcast, double percent) {
        this.digest = Sha256.digest();
        this.prefix = (salt + "/" + broadcast + "/").getBytes(StandardCharsets.UTF_8);
        this.threshold = Math.round(percent / 100 * STEPS);
    }

    public boolean isHeldOut(int customer) {
        digest.update(prefix);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, customer));
        long bits = ByteBuffer.wrap(digest.digest()).getLong();
        return Long.remainderUnsigned(bits, STEPS) < threshold;
    }
}
