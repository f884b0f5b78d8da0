package io.waterwheel.customer;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order or a refund, with what was in it.
///
/// @param refund whether money went back
/// @param amount in minor units; of a refund what was given back, positive
@Schema(name = "PastOrder")
public record PastOrder(
        String number,
        boolean refund,
        Instant at,
        long amount,
        @Nullable String store,
        List<Line> lines) {

    /// @param amount in minor units
    @Schema(name = "PastOrderLine")
    public record Line(@Nullable String product, @Nullable String name, BigDecimal quantity, long amount) {}
}
