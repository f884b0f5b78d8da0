package io.waterwheel.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which customers a list shows; every part that is absent leaves all.
///
/// @param q         an exact member number, phone, e-mail, user id or customer number, or the beginning of a name
/// @param reachable `wecom`, `email`, `any` or `none`
/// @param minSales  net sales in minor units
/// @param tag       a tag they have, by its id
public record CustomerFilter(
        @Nullable String q,
        @Nullable String city,
        @Nullable String reachable,
        @Nullable Integer minOrders,
        @Nullable Integer maxOrders,
        @Nullable Long minSales,
        @Nullable Instant lastOrderAfter,
        @Nullable Instant lastOrderBefore,
        @Nullable Long tag) {

    public boolean empty() {
        return (q == null || q.isBlank())
                && city == null
                && reachable == null
                && minOrders == null
                && maxOrders == null
                && minSales == null
                && lastOrderAfter == null
                && lastOrderBefore == null
                && tag == null;
    }
}
