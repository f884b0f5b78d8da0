package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.programme.Rounding;
import java.math.BigInteger;

/// Whole points of a number with a fraction, exactly; never more than a member may have.
final class Whole {

    private Whole() {}

    /// `amount × points ÷ per`
    static long of(Rounding rounding, long amount, long points, long per) {
        long high = Math.multiplyHigh(amount, points);
        long low = amount * points;
        if (high != 0 || low < 0) {
            return of(
                    rounding, BigInteger.valueOf(amount).multiply(BigInteger.valueOf(points)), BigInteger.valueOf(per));
        }
        long whole = low / per;
        long rest = low % per;
        boolean up = switch (rounding) {
            case DOWN -> false;
            case NEAREST -> rest >= per - rest;
            case UP -> rest > 0;
        };
        return Math.min(Points.MOST, up ? whole + 1 : whole);
    }

    static long of(Rounding rounding, BigInteger over, BigInteger under) {
        BigInteger[] parts = over.divideAndRemainder(under);
        boolean up = switch (rounding) {
            case DOWN -> false;
            case NEAREST -> parts[1].shiftLeft(1).compareTo(under) >= 0;
            case UP -> parts[1].signum() > 0;
        };
        BigInteger whole = up ? parts[0].add(BigInteger.ONE) : parts[0];
        return whole.min(BigInteger.valueOf(Points.MOST)).longValueExact();
    }
}
