package io.waterwheel.loyalty.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class SeedTests {

    /// Worked out with another implementation, that of Python's `hmac` and `hashlib`.
    @Test
    void aRollCanBeWorkedOutAgainByAnybody() {
        Seed seed = new Seed("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        assertThat(HexFormat.of().formatHex(seed.promise()))
                .isEqualTo("2a8abfa8cb9906290437854193ca6bca41d4d4e26d1d454bd66a35158095e737");
        assertThat(seed.roll(42)).isEqualTo(280_861);
    }

    @Test
    void rollsLieEvenlyOnAMillion() {
        Seed seed = new Seed("00");
        int[] tenths = new int[10];
        for (long play = 1; play <= 100_000; play++) {
            tenths[seed.roll(play) / (Seed.ROLLS / 10)]++;
        }
        double chiSquare = 0;
        for (int tenth : tenths) {
            chiSquare += (tenth - 10_000.0) * (tenth - 10_000.0) / 10_000.0;
        }
        assertThat(chiSquare)
                .as("the 99.9 % point of chi-square with 9 degrees of freedom")
                .isLessThan(27.88);
    }

    @Test
    void theWheelGivesEachPrizeItsWeightAndNothingTheRest() {
        List<Integer> weights = List.of(1, 299_999, 200_000);
        assertThat(Wheel.place(weights, 0)).isZero();
        assertThat(Wheel.place(weights, 1)).isEqualTo(1);
        assertThat(Wheel.place(weights, 299_999)).isEqualTo(1);
        assertThat(Wheel.place(weights, 300_000)).isEqualTo(2);
        assertThat(Wheel.place(weights, 499_999)).isEqualTo(2);
        assertThat(Wheel.place(weights, 500_000)).isEqualTo(-1);
        assertThat(Wheel.place(weights, 999_999)).isEqualTo(-1);
    }
}
