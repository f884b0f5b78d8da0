package io.waterwheel.intake.source;

import io.waterwheel.kernel.Sha256;
import java.security.SecureRandom;
import java.util.Base64;

/// A secret with which one source may write: 192 random bits, so its plain SHA-256 is safe to store.
record WriteKey(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    static WriteKey random() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return new WriteKey("ww_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "WriteKey[…]";
    }
}
