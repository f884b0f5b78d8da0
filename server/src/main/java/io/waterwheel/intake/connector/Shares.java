package io.waterwheel.intake.connector;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Shares an amount out over lines, for platforms that tell only the whole order's price.
public final class Shares {

    private static final int FEN_DIGITS = 2;

    private Shares() {}

    /// Each line's share in yuan, whole fen, in proportion to its weight. They add up to the total exactly: each share
    /// is what the lines up to it should have had together, less what those before it got.
    ///
    /// @param weights not negative; all zero: shared out evenly
    public static List<BigDecimal> of(BigDecimal total, List<BigDecimal> weights) {
        BigDecimal whole = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean evenly = whole.signum() <= 0;
        BigDecimal sum = evenly ? BigDecimal.valueOf(weights.size()) : whole;
        List<BigDecimal> shares = new ArrayList<>(weights.size());
        BigDecimal weighed = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal weight : weights) {
            weighed = weighed.add(evenly ? BigDecimal.ONE : weight);
            BigDecimal due = total.multiply(weighed).divide(sum, FEN_DIGITS, RoundingMode.HALF_UP);
            shares.add(due.subtract(given));
            given = due;
        }
        return shares;
    }
}
