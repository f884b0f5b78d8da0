package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.programme.Benefit;
import io.waterwheel.loyalty.programme.Tier;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a programme costs, in minor units.
///
/// - benefits of a tier = Σ over its benefits: cost × times reached (on reaching it), cost × member months
///   (every month, on the member day), cost × member months ÷ 12 (every year, on the birthday); a member month
///   is a member who has the tier at a month's end
/// - points = (given − taken back) × what a point costs
/// - break-even: additional sales = (cost of the draft − cost of today's) ÷ gross margin rate. So much more,
///   net, would have had to be sold in the same months for the same profit.
final class WhatIfCosts {

    private static final int MONTHS_OF_YEAR = 12;

    private final int fractionDigits;

    WhatIfCosts(int fractionDigits) {
        this.fractionDigits = fractionDigits;
    }

    long benefits(Tier tier, long reached, long memberMonths) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Benefit benefit : tier.benefits()) {
            sum = sum.add(benefit.cost()
                    .multiply(
                            switch (benefit.every()) {
                                case ONCE, AGAIN -> BigDecimal.valueOf(reached);
                                case MONTH, MEMBER_DAY -> BigDecimal.valueOf(memberMonths);
                                case YEAR, BIRTHDAY ->
                                    BigDecimal.valueOf(memberMonths)
                                            .divide(BigDecimal.valueOf(MONTHS_OF_YEAR), 10, RoundingMode.HALF_UP);
                            }));
        }
        return minor(sum);
    }

    long points(long points, BigDecimal pointCost) {
        return minor(pointCost.multiply(BigDecimal.valueOf(points)));
    }

    private long minor(BigDecimal major) {
        return major.movePointRight(fractionDigits)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /// @param extra what the draft costs more
    /// @return the sales it takes, rounded up; negative: so much less would do
    static long breakEven(long extra, BigDecimal marginRate) {
        return BigDecimal.valueOf(extra)
                .divide(marginRate, 0, RoundingMode.CEILING)
                .longValueExact();
    }
}
