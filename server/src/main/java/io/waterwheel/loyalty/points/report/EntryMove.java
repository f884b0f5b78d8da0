package io.waterwheel.loyalty.points.report;

import io.waterwheel.loyalty.points.Side;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/// What one entry moved on accounts of members.
///
/// @param own    of whoever asks
/// @param others of each other account, by the number it was opened under
record EntryMove(Map<Side, Long> own, Map<Integer, Map<Side, Long>> others) {

    EntryMove() {
        this(new EnumMap<>(Side.class), new HashMap<>());
    }

    void add(boolean asking, int opened, Side side, long amount) {
        Map<Side, Long> sides = asking ? own : others.computeIfAbsent(opened, _ -> new EnumMap<>(Side.class));
        sides.merge(side, amount, Long::sum);
    }

    /// Of all others together.
    Map<Side, Long> ofOthers() {
        Map<Side, Long> all = new EnumMap<>(Side.class);
        others.values().forEach(one -> one.forEach((side, amount) -> all.merge(side, amount, Long::sum)));
        return all;
    }

    /// What these accounts have more, the frozen with it; negative: less.
    static long all(Map<Side, Long> moved) {
        return moved.getOrDefault(Side.AVAILABLE, 0L)
                + moved.getOrDefault(Side.PENDING, 0L)
                + moved.getOrDefault(Side.FROZEN, 0L);
    }

    /// How many points moved, whichever way: what came or went, else what was frozen or let go.
    static long points(Map<Side, Long> moved) {
        long all = all(moved);
        return Math.abs(all == 0 ? moved.getOrDefault(Side.FROZEN, 0L) : all);
    }
}
