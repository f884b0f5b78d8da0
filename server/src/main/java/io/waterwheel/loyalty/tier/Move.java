package io.waterwheel.loyalty.tier;

/// What became of a member's tier.
///
/// @param at when, milliseconds since 1970
public record Move(Kind kind, int from, int to, long at) {

    public enum Kind {
        UPGRADED,
        KEPT,
        DOWNGRADED
    }
}
