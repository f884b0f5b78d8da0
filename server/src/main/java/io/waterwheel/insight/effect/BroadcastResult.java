package io.waterwheel.insight.effect;

import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.util.List;

/// What came of a broadcast, and how much of it would have come anyway.
///
/// @param from     when sending began; orders count from here up to `to`
/// @param complete whether `to` is past
/// @param sent     people a message left for; `delivered` and `clicked` likewise are people
/// @param effects  treated against holdout; empty when nobody was held out
public record BroadcastResult(
        int windowDays,
        Instant from,
        Instant to,
        Instant dataAt,
        boolean complete,
        long sent,
        long delivered,
        long clicked,
        Arm treated,
        Arm holdout,
        Attributed attributed,
        List<Effect> effects) {

    /// Everyone assigned to one side, whether or not a message reached them.
    ///
    /// @param sales net sales in the window, minor units
    public record Arm(long customers, long buyers, long orders, long sales) {}

    /// The usual view, which says nothing about cause.
    ///
    /// @param sales what those orders cost, minor units
    /// @param rule  which orders
    public record Attributed(long orders, long sales, Text rule) {}
}
