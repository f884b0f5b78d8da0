package io.waterwheel.loyalty.marketplace.dialect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Some of the members a marketplace has bound.
///
/// @param next asks for those behind; null when there are none
public record BoundPage(List<Bound> members, @Nullable String next) {

    public BoundPage {
        members = List.copyOf(members);
    }

    /// @param points what the marketplace shows
    public record Bound(String account, long points) {

        @Override
        public String toString() {
            return "Bound[…]";
        }
    }
}
