package io.waterwheel.segment.analysis;

import org.jspecify.annotations.Nullable;

/// How much commoner something is in one set than in another: the ratio of two shares.
final class Lift {

    private Lift() {}

    /// Null when the first set is empty or nobody of the second has it.
    static @Nullable Double of(long in, long size, long inOther, long otherSize) {
        return size == 0 || inOther == 0 ? null : Double.valueOf(((double) in / size) / ((double) inOther / otherSize));
    }
}
