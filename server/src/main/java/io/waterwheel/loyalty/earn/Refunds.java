package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.Rounding;

/// What is taken back of an earning when parts of its order are refunded: in proportion, and never drifting,
/// because it is the difference between what should have been taken back in all and what was.
public final class Refunds {

    private Refunds() {}

    /// @param earned   what the order brought
    /// @param amount   what was paid, above 0
    /// @param refunded what was refunded of it so far, this refund among it
    /// @param taken    what was taken back so far
    /// @return what is to be taken back now, 0 or more
    public static long take(long earned, long amount, long refunded, long taken) {
        if (refunded >= amount) {
            return earned - taken;
        }
        // In the member's favour until the rest comes back as well.
        long due = Whole.of(Rounding.DOWN, Math.max(0, refunded), earned, amount);
        return Math.max(0, due - taken);
    }
}
