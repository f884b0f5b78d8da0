package io.waterwheel.intake.source;

import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Sha256;

/// A secret with which one source may write: 192 random bits, so its plain SHA-256 is safe to store.
record WriteKey(String text) {

    private static final int BYTES = 24;

    static WriteKey random() {
        return new WriteKey("ww_" + Secrets.fresh(BYTES));
    }

    byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "WriteKey[…]";
    }
}
