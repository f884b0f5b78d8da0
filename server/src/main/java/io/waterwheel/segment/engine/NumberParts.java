package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Operator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;

/// Numbers in about ten stretches of 1, 2 or 5 times a power of ten. The outermost per cent on each side does not
/// count for their width; the first and the last stretch are open and hold it.
final class NumberParts {

    private static final int WANTED = 10;
    private static final double OUTERMOST = 0.01;

    /// No finer number is compared.
    private static final BigDecimal FINEST = BigDecimal.ONE.movePointLeft(9);

    private NumberParts() {}

    /// Where all stretches but the first begin; at least one, for numbers of at least two sizes.
    static List<BigDecimal> starts(NavigableMap<BigDecimal, Long> counts) {
        BigDecimal first = Quantiles.lower(counts, OUTERMOST);
        BigDecimal last = Quantiles.upper(counts, OUTERMOST);
        if (first.compareTo(last) >= 0) {
            first = counts.firstKey();
            last = counts.lastKey();
        }
        BigDecimal step = step(last.subtract(first));
        List<BigDecimal> starts = new ArrayList<>();
        BigDecimal start =
                first.divide(step, 0, RoundingMode.FLOOR).add(BigDecimal.ONE).multiply(step);
        for (; start.compareTo(last) <= 0; start = start.add(step)) {
            starts.add(plain(start));
        }
        return starts.isEmpty() ? List.of(plain(last)) : starts;
    }

    private static BigDecimal step(BigDecimal span) {
        BigDecimal rough = span.divide(BigDecimal.valueOf(WANTED), MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(rough.precision() - rough.scale() - 1);
        for (long many : new long[] {1, 2, 5, 10}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(many));
            if (step.compareTo(rough) >= 0) {
                return step.max(FINEST);
            }
        }
        throw new IllegalArgumentException("no step for " + span);
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// One stretch more than there are starts.
    static List<Part> of(Attribute attribute, List<BigDecimal> starts) {
        List<Part> parts = new ArrayList<>();
        String first = starts.getFirst().toPlainString();
        parts.add(new Part(
                PartKind.NUMBERS,
                null,
                first,
                new And(List.of(WrittenParts.asked(attribute, Operator.AT_MOST, first), below(attribute, first)))));
        for (int i = 0; i < starts.size(); i++) {
            String from = starts.get(i).toPlainString();
            Condition above = WrittenParts.asked(attribute, Operator.AT_LEAST, from);
            if (i == starts.size() - 1) {
                parts.add(new Part(PartKind.NUMBERS, from, null, above));
            } else {
                String to = starts.get(i + 1).toPlainString();
                parts.add(new Part(PartKind.NUMBERS, from, to, new And(List.of(above, below(attribute, to)))));
            }
        }
        return parts;
    }

    private static Condition below(Attribute attribute, String number) {
        return new Not(WrittenParts.asked(attribute, Operator.AT_LEAST, number));
    }
}
