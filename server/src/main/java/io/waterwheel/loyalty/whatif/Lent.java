package io.waterwheel.loyalty.whatif;

import java.util.Arrays;

/// The tiers one member had for some time without reaching them.
final class Lent {

    private long[] from = new long[4];
    private long[] until = new long[4];
    private int[] tier = new int[4];
    private int size;

    void clear() {
        size = 0;
    }

    void add(long from, long until, int tier) {
        if (size == this.tier.length) {
            this.from = Arrays.copyOf(this.from, size * 2);
            this.until = Arrays.copyOf(this.until, size * 2);
            this.tier = Arrays.copyOf(this.tier, size * 2);
        }
        this.from[size] = from;
        this.until[size] = until;
        this.tier[size++] = tier;
    }

    /// The best of those that last, -1 for none.
    int best(long at) {
        int best = -1;
        for (int i = 0; i < size; i++) {
            if (from[i] <= at && until[i] > at) {
                best = Math.max(best, tier[i]);
            }
        }
        return best;
    }
}
