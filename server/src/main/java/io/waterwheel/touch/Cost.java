package io.waterwheel.touch;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What sending costs, as far as one can say before.
///
/// @param units how many times something is charged
/// @param price of one, in the brand's minor units; 0 when nobody has said
/// @param total in whole minor units, rounded up
public record Cost(Charged charged, long units, BigDecimal price, long total) {

    public static Cost of(Charged charged, long units, BigDecimal price) {
        return new Cost(
                charged,
                units,
                price,
                price.multiply(BigDecimal.valueOf(units))
                        .setScale(0, RoundingMode.CEILING)
                        .longValueExact());
    }
}
