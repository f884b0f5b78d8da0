package io.waterwheel.intake.file;

import io.waterwheel.kernel.event.Order;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One good line of an order file.
///
/// @param line     where it stands in the file
/// @param at       milliseconds since 1970
/// @param quantity not zero; below zero in a refund
/// @param price    in the currency's major unit
record OrderLine(
        long line,
        String number,
        long at,
        @Nullable String customer,
        @Nullable String productCode,
        @Nullable String productName,
        String quantity,
        String price,
        @Nullable String country,
        @Nullable String store) {

    boolean takesBack() {
        return quantity.charAt(0) == '-';
    }

    /// In minor units, as the order counts it; never below zero.
    long amount(int fractionDigits) {
        return new Order.Line(null, null, null, new BigDecimal(price), new BigDecimal(quantity).abs())
                .amount(fractionDigits);
    }
}
