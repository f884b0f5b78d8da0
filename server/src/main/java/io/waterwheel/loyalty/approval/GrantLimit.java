package io.waterwheel.loyalty.approval;

import org.jspecify.annotations.Nullable;

/// Above what a person's grants of one day need a second person. Many small ones are as much as a large one.
///
/// @param points   more points than this, given or taken; null: however many
/// @param coupons  more coupons than this; null: however many
/// @param tierDays more days of gifted tiers than this; null: however many
public record GrantLimit(
        @Nullable Long points,
        @Nullable Long coupons,
        @Nullable Long tierDays) {

    /// For a brand that has not decided.
    public static final GrantLimit NONE = new GrantLimit(null, null, null);

    public boolean limitsPoints() {
        return points != null;
    }
}
