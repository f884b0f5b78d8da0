package io.waterwheel.kernel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// Which of ten thousand parts a customer falls into under a key: the first 64 bits of SHA-256 over the key in UTF-8
/// and the customer's number in four bytes, highest first, taken as unsigned, modulo 10,000. The same customer is in
/// the same part for ever, and parts under different keys have nothing to do with each other. Not for several threads
/// at once.
public final class StableShare {

    public static final int PARTS = 10_000;

    private final MessageDigest digest = Sha256.digest();
    private final byte[] message;
    private final int end;

    public StableShare(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        this.end = bytes.length;
        this.message = ByteBuffer.allocate(end + Integer.BYTES).put(bytes).array();
    }

    /// @return 0 … 9,999
    public int part(int customer) {
        ByteBuffer.wrap(message).putInt(end, customer);
        long bits = ByteBuffer.wrap(digest.digest(message)).getLong();
        return (int) Long.remainderUnsigned(bits, PARTS);
    }
}
