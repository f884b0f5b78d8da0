package io.waterwheel.touch.policy;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.StableShare;
import org.roaringbitmap.RoaringBitmap;

/// The customers who never get marketing, so that what marketing does as a whole can be measured: a stable
/// share of all numbers. The same people for ever; a larger share has the smaller one inside.
final class ControlGroup {

    private final StableShare share;
    private final long threshold;

    /// @param percent 0 … 100, steps of 0.01 matter
    ControlGroup(Brand brand, double percent) {
        this.share = new StableShare("control/" + brand.id().value() + "/");
        this.threshold = Math.round(percent / 100 * StableShare.PARTS);
    }

    /// Those of `customers` who are in it.
    RoaringBitmap of(RoaringBitmap customers) {
        RoaringBitmap inside = new RoaringBitmap();
        if (threshold > 0) {
            customers.forEach((int customer) -> {
                if (share.part(customer) < threshold) {
                    inside.add(customer);
                }
            });
        }
        return inside;
    }
}
