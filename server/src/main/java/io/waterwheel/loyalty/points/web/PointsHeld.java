package io.waterwheel.loyalty.points.web;

import io.waterwheel.loyalty.PointsBalance;

/// What one customer has.
record PointsHeld(long available, long pending, long frozen, long debt) {

    static PointsHeld of(PointsBalance balance) {
        return new PointsHeld(
                balance.available().value(),
                balance.pending().value(),
                balance.frozen().value(),
                balance.debt().value());
    }
}
