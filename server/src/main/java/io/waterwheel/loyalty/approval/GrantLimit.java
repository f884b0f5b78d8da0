package io.waterwheel.loyalty.approval;

import org.jspecify.annotations.Nullable;

/// Above what a person's grant needs a second person.
///
/// @param points  more points than this, given or taken at once; null: however many
/// @param coupons a batch of more coupons than this; null: however many
public record GrantLimit(@Nullable Long points, @Nullable Long coupons) {

    /// For a brand that has not decided.
    public static final GrantLimit NONE = new GrantLimit(null, null);

    public boolean limitsPoints() {
        return points != null;
    }
}
