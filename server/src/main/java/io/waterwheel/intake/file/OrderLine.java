package io.waterwheel.intake.file;

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
}
