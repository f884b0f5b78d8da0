package io.waterwheel.segment.language;

import java.math.BigDecimal;

/// Numbers with a fraction as they stand in definitions: at most fifteen digits in all, which is what JSON carries
/// unharmed through every reader and writer, and at most nine of them after the point.
final class Decimals {

    static final long MOST = 999_999_999_999_999L;
    static final int DIGITS = 15;
    static final int FRACTION = 9;

    private Decimals() {}

    /// `5.0` as `5`, so that equal numbers are equal.
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static boolean fits(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        long whole = (long) stripped.precision() - stripped.scale();
        return stripped.scale() <= FRACTION && whole <= DIGITS && stripped.precision() <= DIGITS;
    }
}
