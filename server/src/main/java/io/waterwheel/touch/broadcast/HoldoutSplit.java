package io.waterwheel.touch.broadcast;

import io.waterwheel.kernel.StableShare;

/// Decides who is left alone: by a stable share of customers under salt and broadcast, so that the answer is the same
/// on
/// every try and independent between broadcasts.
public final class HoldoutSplit {

    private final StableShare share;
    private final long threshold;

    /// @param percent 0 … 90, steps of 0.01 matter
    public HoldoutSplit(String salt, long broadcast, double percent) {
        this.share = new StableShare(salt + "/" + broadcast + "/");
        this.threshold = Math.round(percent / 100 * StableShare.PARTS);
    }

    public boolean isHeldOut(int customer) {
        return share.part(customer) < threshold;
    }
}
