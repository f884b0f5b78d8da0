package io.waterwheel.simulator.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.waterwheel.simulator.world.Behaviour;
import io.waterwheel.simulator.world.Draws;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderDrawTests {
    private static final long SEED = 20_260_101;
    private static final int DRAWS = 200_000;

    @Test
    void orderValuesHaveTheMeanAndTheSigmaGiven() {
        var behaviour = new Behaviour(0, 0, 0, 0, 0, 0, 12_800, 0.6, List.of(), 0);
        double sum = 0;
        double sumOfLogs = 0;
        double sumOfSquares = 0;
        for (int i = 0; i < DRAWS; i++) {
            long total =
                    OrderDraw.of(SEED, behaviour, "p" + i, "s", null, "m", 0).totalMinor();
            double log = Math.log((double) total);
            sum += total;
            sumOfLogs += log;
            sumOfSquares += log * log;
        }
        double variance = sumOfSquares / DRAWS - Math.pow(sumOfLogs / DRAWS, 2);
        // Five standard errors: 12800·√(e^0.36 − 1)/√n ≈ 19, and 0.6/√(2n) ≈ 0.001.
        assertThat(sum / DRAWS).as("seed %s", SEED).isCloseTo(12_800, within(95.0));
        assertThat(Math.sqrt(variance)).as("seed %s", SEED).isCloseTo(0.6, within(0.005));
    }

    @Test
    void drawsAreUniformAndDoNotDependOnEachOther() {
        int[] cells = new int[16];
        for (int i = 0; i < DRAWS; i++) {
            int read = (int) (4 * Draws.uniform(SEED, "p" + i, "msg1", "READ"));
            int click = (int) (4 * Draws.uniform(SEED, "p" + i, "msg1", "CLICK"));
            cells[4 * read + click]++;
        }
        // Five standard deviations of a binomial count with p = 1/16.
        for (int count : cells) {
            assertThat(count).as("seed %s", SEED).isCloseTo(DRAWS / 16, within(541));
        }
    }
}
