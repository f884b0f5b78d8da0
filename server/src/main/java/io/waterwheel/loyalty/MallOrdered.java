package io.waterwheel.loyalty;

import io.waterwheel.kernel.Text;

/// What became of a wish.
public sealed interface MallOrdered {

    /// It is ordered. Mostly it is paid for by now, and coupons and codes are there; where the ledger was
    /// not to be had, that follows.
    ///
    /// @param repeated whether it was ordered before under this key
    record Placed(MallOrder order, boolean repeated) implements MallOrdered {}

    /// There is no order and no points were taken.
    ///
    /// @param words the same in words
    record Refused(MallRefusal why, Text words) implements MallOrdered {}
}
