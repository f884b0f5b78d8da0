package io.waterwheel.customer.linkage;

import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.Arrays;
import java.util.List;

/// How often each combination of likenesses was seen. There are far fewer combinations than pairs, so what is
/// estimated from pairs is estimated from these.
final class Patterns {

    private static final int BITS = 3;
    private static final int MASK = (1 << BITS) - 1;
    private static final long EMPTY = -1;

    private long[] keys = new long[1 << 12];
    private long[] counts = new long[1 << 12];
    private int size;
    private long total;

    Patterns() {
        Arrays.fill(keys, EMPTY);
    }

    /// A pair's likenesses, three bits a field.
    static long of(List<Column<?>> columns, int left, int right) {
        long pattern = 0;
        for (int field = columns.size() - 1; field >= 0; field--) {
            pattern = pattern << BITS | columns.get(field).compare(left, right).ordinal();
        }
        return pattern;
    }

    static int likeness(long pattern, int field) {
        return (int) (pattern >>> field * BITS) & MASK;
    }

    void add(long pattern, long count) {
        if (size * 2 > keys.length) {
            grow();
        }
        int at = place(keys, pattern);
        if (keys[at] == EMPTY) {
            keys[at] = pattern;
            size++;
        }
        counts[at] += count;
        total += count;
    }

    void addAll(Patterns others) {
        others.each(this::add);
    }

    long total() {
        return total;
    }

    interface Visitor {
        void pattern(long pattern, long count);
    }

    void each(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != EMPTY) {
                visitor.pattern(keys[i], counts[i]);
            }
        }
    }

    /// How often each likeness of a field was seen.
    double[] ofField(int field) {
        double[] seen = new double[Likeness.COUNT];
        each((pattern, count) -> seen[likeness(pattern, field)] += count);
        return seen;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new long[keys.length];
        Arrays.fill(keys, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != EMPTY) {
                int at = place(keys, oldKeys[i]);
                keys[at] = oldKeys[i];
                counts[at] = oldCounts[i];
            }
        }
    }

    private static int place(long[] keys, long pattern) {
        long mixed = pattern * 0x9E3779B97F4A7C15L;
        int at = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[at] != EMPTY && keys[at] != pattern) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }
}
