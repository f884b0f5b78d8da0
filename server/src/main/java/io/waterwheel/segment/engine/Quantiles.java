package io.waterwheel.segment.engine;

import java.util.NavigableMap;

/// Where the bulk of counted values begins and ends.
final class Quantiles {

    private Quantiles() {}

    /// The least value that has more than a share of all at or below it.
    static <V> V lower(NavigableMap<V, Long> counts, double share) {
        long most = (long) (share * total(counts));
        long passed = 0;
        for (var entry : counts.entrySet()) {
            passed += entry.getValue();
            if (passed > most) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }

    static <V> V upper(NavigableMap<V, Long> counts, double share) {
        return lower(counts.descendingMap(), share);
    }

    private static long total(NavigableMap<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
