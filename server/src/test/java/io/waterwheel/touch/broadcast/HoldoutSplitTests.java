package io.waterwheel.touch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HoldoutSplitTests {

    private static final int PEOPLE = 200_000;

    @Test
    void theSameCustomerIsAlwaysOnTheSameSide() {
        HoldoutSplit once = new HoldoutSplit("salt", 7, 10);
        HoldoutSplit again = new HoldoutSplit("salt", 7, 10);
        for (int customer = 1; customer <= 1_000; customer++) {
            assertThat(once.isHeldOut(customer)).isEqualTo(again.isHeldOut(customer));
        }
    }

    @Test
    void theShareIsAsAsked() {
        for (double percent : new double[] {0, 1, 10, 12.5, 50, 90}) {
            // Four standard deviations of a binomial share: seldomer than once in 15,000 splits.
            double tolerance = 400 * Math.sqrt(percent / 100 * (1 - percent / 100) / PEOPLE);
            assertThat(share(new HoldoutSplit("salt", 7, percent)))
                    .as("%s %%", percent)
                    .isCloseTo(percent, within(tolerance + 1e-9));
        }
    }

    @Test
    void twoBroadcastsSplitIndependently() {
        HoldoutSplit first = new HoldoutSplit("salt", 7, 50);
        HoldoutSplit second = new HoldoutSplit("salt", 8, 50);
        int both = 0;
        for (int customer = 1; customer <= PEOPLE; customer++) {
            if (first.isHeldOut(customer) && second.isHeldOut(customer)) {
                both++;
            }
        }
        assertThat(100.0 * both / PEOPLE).isCloseTo(25, within(0.4));
    }

    @Test
    void neighboursAreNotAlike() {
        HoldoutSplit split = new HoldoutSplit("salt", 7, 50);
        int changes = 0;
        for (int customer = 2; customer <= PEOPLE; customer++) {
            if (split.isHeldOut(customer) != split.isHeldOut(customer - 1)) {
                changes++;
            }
        }
        assertThat(100.0 * changes / PEOPLE).isCloseTo(50, within(0.5));
    }

    private static double share(HoldoutSplit split) {
        int held = 0;
        for (int customer = 1; customer <= PEOPLE; customer++) {
            if (split.isHeldOut(customer)) {
                held++;
            }
        }
        return 100.0 * held / PEOPLE;
    }
}
