package io.waterwheel.intake.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SharesTests {

    @Test
    void sharesAreWholeFenAndAddUpToTheTotal() {
        long seed = 20_261_125;
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            BigDecimal total = BigDecimal.valueOf(random.nextInt(100_000), 2);
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(8); i++) {
                weights.add(BigDecimal.valueOf(random.nextInt(3) == 0 ? 0 : random.nextInt(50_000), 2));
            }
            List<BigDecimal> shares = Shares.of(total, weights);
            assertThat(shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("seed %s round %s", seed, round)
                    .isEqualByComparingTo(total);
            assertThat(shares)
                    .as("seed %s round %s", seed, round)
                    .allSatisfy(share -> assertThat(share.scale()).isEqualTo(2))
                    .allSatisfy(share -> assertThat(share).isNotNegative());
        }
    }

    @Test
    void aGiftGetsNothing() {
        assertThat(Shares.of(new BigDecimal("10.00"), List.of(new BigDecimal("20"), BigDecimal.ZERO)))
                .containsExactly(new BigDecimal("10.00"), new BigDecimal("0.00"));
    }
}
