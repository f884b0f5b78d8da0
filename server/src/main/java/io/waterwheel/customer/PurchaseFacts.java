package io.waterwheel.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order or a refund that counts: the first of its number.
///
/// @param refund  whether money went back
/// @param amount  in minor units; of a refund what was given back, positive
/// @param order   the number of the order, or of the one that was refunded; null where nobody asked for what was sold
/// @param store   null where none was told, or nobody asked for what was sold; `channel` and `lines` likewise
/// @param channel the way it was sold: told, or else the platform, or else the source
public record PurchaseFacts(
        boolean refund,
        Instant at,
        long amount,
        @Nullable String order,
        @Nullable String store,
        @Nullable String channel,
        List<Line> lines) {

    public PurchaseFacts {
        lines = List.copyOf(lines);
    }

    /// @param pieces to the thousandth
    /// @param amount in minor units
    public record Line(@Nullable String product, @Nullable String category, BigDecimal pieces, long amount) {}
}
