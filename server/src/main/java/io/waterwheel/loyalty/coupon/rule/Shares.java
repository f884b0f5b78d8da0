package io.waterwheel.loyalty.coupon.rule;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/// Parts of an amount, whole minor units that add up to it.
final class Shares {

    private Shares() {}

    /// Splits an amount in proportion to weights. Each part differs from its exact share by less than one
    /// unit, and none is more than its weight while the amount is not more than all weights together: each
    /// part is what the parts so far should be, rounded down, less what they are.
    static List<Long> of(long amount, List<Long> weights) {
        long all = weights.stream().mapToLong(Long::longValue).sum();
        List<Long> parts = new ArrayList<>(weights.size());
        long weightSoFar = 0;
        long given = 0;
        for (long weight : weights) {
            weightSoFar += weight;
            long due = all == 0 ? 0 : portion(amount, weightSoFar, all);
            parts.add(due - given);
            given = due;
        }
        return parts;
    }

    /// `amount` × `part` ÷ `whole`, rounded down; the product may be larger than a long.
    static long portion(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }
}
