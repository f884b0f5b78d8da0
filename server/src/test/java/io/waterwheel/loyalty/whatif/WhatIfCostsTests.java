package io.waterwheel.loyalty.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.loyalty.programme.Benefit;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.Tier;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhatIfCostsTests {

    private final WhatIfCosts costs = new WhatIfCosts(2);

    @Test
    void benefitsCostByHowOftenTheyAreGiven() {
        Tier gold = new Tier(
                "gold",
                "金卡",
                BigDecimal.TEN,
                List.of(
                        new Benefit("礼盒", new BigDecimal("30"), BenefitEvery.ONCE),
                        new Benefit("包邮", new BigDecimal("5.5"), BenefitEvery.MONTH),
                        new Benefit("生日礼", new BigDecimal("60"), BenefitEvery.YEAR)));
        assertThat(costs.benefits(gold, 3, 7)).isEqualTo(9_000 + 3_850 + 3_500);
    }

    @Test
    void pointsCostWhatOnePointCosts() {
        assertThat(costs.points(12_345, new BigDecimal("0.01"))).isEqualTo(12_345);
        assertThat(costs.points(12_345, BigDecimal.ZERO)).isZero();
    }

    @Test
    void breakEvenIsTheExtraCostDividedByTheMarginRoundedUp() {
        assertThat(WhatIfCosts.breakEven(1_000, new BigDecimal("0.3"))).isEqualTo(3_334);
        assertThat(WhatIfCosts.breakEven(0, new BigDecimal("0.3"))).isZero();
        assertThat(WhatIfCosts.breakEven(-1_000, new BigDecimal("0.5"))).isEqualTo(-2_000);
    }
}
