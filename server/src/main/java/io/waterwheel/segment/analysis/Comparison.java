package io.waterwheel.segment.analysis;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.segment.SegmentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Two segments side by side.
///
/// @param both    how many are in both
/// @param either  how many are in at least one
/// @param jaccard both ÷ either; null when both are empty
/// @param base    all customers the brand knows
/// @param days    how far back orders and refunds count
public record Comparison(
        Side left,
        Side right,
        long both,
        long either,
        @Nullable Double jaccard,
        long base,
        int days,
        Instant dataAt,
        long millis) {

    /// Sums are in minor units of the brand's currency.
    ///
    /// @param buyers          those with at least one paid order
    /// @param netSales        orders paid less refunds given
    /// @param salesPerPerson  net sales ÷ everybody in the segment; null when it is empty
    /// @param orderValue      net sales ÷ paid orders; null without orders
    @Schema(name = "ComparedSegment")
    public record Side(
            SegmentId id,
            String name,
            long count,
            long buyers,
            long orders,
            long netSales,
            @Nullable Long salesPerPerson,
            @Nullable Long orderValue) {}
}
