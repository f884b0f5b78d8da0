package io.waterwheel.intake.connector;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was ordered and for how much, in yuan.
///
/// @param total    what the buyer pays in all, shipping included
/// @param shipping of this, for shipping
/// @param discount what was taken off the list prices, by shop and platform together; not negative
/// @param shop     the shop's name on the platform
/// @param province where it goes
/// @param city     likewise
public record OrderContent(
        BigDecimal total,
        BigDecimal shipping,
        BigDecimal discount,
        @Nullable String shop,
        @Nullable String province,
        @Nullable String city,
        List<Line> lines) {

    public OrderContent {
        lines = List.copyOf(lines);
    }

    /// @param product   the brand's own code of it where the platform has it, so that it is the same in all channels
    /// @param sku       the platform's id
    /// @param listPrice of one unit
    /// @param paid      for all units, with every discount shared out
    public record Line(
            @Nullable String product,
            @Nullable String sku,
            @Nullable String name,
            @Nullable BigDecimal listPrice,
            BigDecimal quantity,
            BigDecimal paid) {}
}
