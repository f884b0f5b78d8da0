package io.waterwheel.customer.tag;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// The newest addition and the newest removal of one tag of one customer. Joining two of these takes the newer of each
/// side, so that changes may come in any order, twice, or from two customers who turn out to be one.
///
/// @param group  the group the tag belongs to
/// @param single whether that group leaves a customer one tag
record TagSides(
        long group,
        boolean single,
        @Nullable Side added,
        @Nullable Side removed) {

    private static final Comparator<@Nullable String> TEXT = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Side> NEWNESS = Comparator.comparing(Side::at)
            .thenComparing(Side::value, TEXT)
            .thenComparing(Side::origin)
            .thenComparing(Side::by, TEXT);

    record Side(
            Instant at,
            @Nullable String value,
            String origin,
            @Nullable String by) {}

    TagSides with(TagSides other) {
        return new TagSides(group, single, newer(added, other.added), newer(removed, other.removed));
    }

    private static @Nullable Side newer(@Nullable Side one, @Nullable Side other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return NEWNESS.compare(one, other) >= 0 ? one : other;
    }
}
