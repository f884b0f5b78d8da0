package io.waterwheel.loyalty.tier;

import java.util.Arrays;
import java.util.stream.LongStream;

/// What counts towards tiers, in the order of time. Times are milliseconds since 1970.
public final class History {

    private long[] at = new long[16];
    private long[] total = new long[16];
    private int size;

    /// Adds what happened; usually the last so far.
    public void add(long millis, long value) {
        if (size == at.length) {
            at = Arrays.copyOf(at, size * 2);
            total = Arrays.copyOf(total, size * 2);
        }
        int place = size;
        while (place > 0 && at[place - 1] > millis) {
            at[place] = at[place - 1];
            total[place] = total[place - 1] + value;
            place--;
        }
        at[place] = millis;
        total[place] = (place == 0 ? 0 : total[place - 1]) + value;
        size++;
    }

    /// Makes room for somebody else.
    public void clear() {
        size = 0;
    }

    /// @param from the first instant that counts
    /// @param to   the first that does not any more
    public long between(long from, long to) {
        int after = below(to);
        int before = below(from);
        return (after == 0 ? 0 : total[after - 1]) - (before == 0 ? 0 : total[before - 1]);
    }

    /// When something happened, the earliest first.
    ///
    /// @param after only what is later
    LongStream times(long after) {
        return Arrays.stream(at, below(after + 1), size).distinct();
    }

    /// How many happened before.
    private int below(long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
