package io.waterwheel.simulator.market;

import java.util.ArrayList;
import java.util.List;

/// A buyer the marketplace has bound, and what it was told of them.
///
/// @param pushes the points of every push, in the order they came
record MarketMember(String buyer, long points, int level, long version, List<Long> pushes) {

    static MarketMember bound(String buyer, long points, int level) {
        return new MarketMember(buyer, points, level, 0, List.of());
    }

    MarketMember told(long newPoints, int newLevel, long newVersion) {
        var all = new ArrayList<>(pushes);
        all.add(newPoints);
        return new MarketMember(buyer, newPoints, newLevel, newVersion, all);
    }

    MarketMember graded(int newLevel) {
        return new MarketMember(buyer, points, newLevel, version, pushes);
    }
}
