package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.Grant;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.Stacking;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What several multipliers make of what an order brings by one rule. One that asks for some lines only
/// multiplies their share of the amount.
final class Multiplying {

    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    private final ProgrammeDefinition programme;

    Multiplying(ProgrammeDefinition programme) {
        this.programme = programme;
    }

    /// A fraction; never reduced, the numbers stay small.
    private record Fraction(BigInteger over, BigInteger under) {

        static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

        int compare(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }

        Fraction times(Fraction other) {
            return new Fraction(over.multiply(other.over), under.multiply(other.under));
        }

        /// Adds what another is above one.
        Fraction plusMore(Fraction other) {
            BigInteger more = other.over.subtract(other.under);
            return new Fraction(over.multiply(other.under).add(more.multiply(under)), under.multiply(other.under));
        }

        BigDecimal shown() {
            return new BigDecimal(over)
                    .divide(new BigDecimal(under), 4, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
        }
    }

    Given give(int rule, long base, List<Integer> multipliers, Occasion order) {
        Map<Integer, Fraction> counting =
                multipliers.isEmpty() || !(programme.earn().get(rule).grant() instanceof Grant.PerAmount)
                        ? Map.of()
                        : counting(rule, multipliers, order);
        if (counting.isEmpty()) {
            return new Given(rule, base, List.of(), BigDecimal.ONE, base, base);
        }
        Fraction factor = Fraction.ONE;
        for (Fraction one : counting.values()) {
            factor = switch (programme.stacking()) {
                case ADD -> factor.plusMore(one);
                case BEST -> factor.compare(one) >= 0 ? factor : one;
                case MULTIPLY -> factor.times(one);
            };
        }
        Fraction made = factor;
        List<Integer> told = programme.stacking() == Stacking.BEST
                ? counting.entrySet().stream()
                        .filter(one -> one.getValue().compare(made) == 0)
                        .limit(1)
                        .map(Map.Entry::getKey)
                        .toList()
                : List.copyOf(counting.keySet());
        long points = Whole.of(programme.rounding(), BigInteger.valueOf(base).multiply(factor.over()), factor.under());
        return new Given(rule, base, told, factor.shown(), points, points);
    }

    /// Those that do something for the rule, of each group the best.
    private Map<Integer, Fraction> counting(int rule, List<Integer> multipliers, Occasion order) {
        Map<Integer, Fraction> counting = new LinkedHashMap<>();
        Map<String, Integer> best = new HashMap<>();
        long whole = order.counted(rule, -1);
        for (int multiplier : multipliers) {
            long share = order.counted(rule, multiplier);
            EarnRule told = programme.earn().get(multiplier);
            if (share <= 0 || !(told.grant() instanceof Grant.Multiply(BigDecimal factor))) {
                continue;
            }
            Fraction fraction = fraction(factor, Math.min(share, whole), whole);
            Integer other = told.group() == null ? null : best.get(told.group());
            if (other != null) {
                if (Objects.requireNonNull(counting.get(other)).compare(fraction) >= 0) {
                    continue;
                }
                counting.remove(other);
            }
            if (told.group() != null) {
                best.put(told.group(), multiplier);
            }
            counting.put(multiplier, fraction);
        }
        return counting;
    }

    private static Fraction fraction(BigDecimal factor, long share, long whole) {
        BigInteger hundredths = factor.movePointRight(2).toBigIntegerExact();
        if (share == whole) {
            return new Fraction(hundredths, HUNDRED);
        }
        BigInteger all = BigInteger.valueOf(whole).multiply(HUNDRED);
        BigInteger more = hundredths.subtract(HUNDRED).multiply(BigInteger.valueOf(share));
        return new Fraction(all.add(more), all);
    }
}
