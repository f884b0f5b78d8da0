package io.waterwheel.loyalty.whatif;

import io.waterwheel.access.Brand;

/// Where it stands which tiers members had without reaching them.
@FunctionalInterface
public interface LentTierSource {

    LentTierSource NONE = (_, _) -> {};

    /// Told of one; times are milliseconds since 1970.
    @FunctionalInterface
    interface Taker {
        void lent(int customer, String tier, long from, long until);
    }

    /// All of a brand, in any order.
    void read(Brand brand, Taker taker);
}
