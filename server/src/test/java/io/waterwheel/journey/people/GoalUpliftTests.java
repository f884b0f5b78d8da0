package io.waterwheel.journey.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/// Against the numbers in Newcombe 1998, table II, method 10.
class GoalUpliftTests {

    private static final Offset<Double> FOUR_DIGITS = Offset.offset(0.00006);

    @Test
    void theIntervalIsThePublishedOne() {
        published(56, 70, 48, 80, 0.0524, 0.3339);
        published(9, 10, 3, 10, 0.1705, 0.8090);
        published(6, 7, 2, 7, 0.0582, 0.8062);
        published(5, 56, 0, 29, -0.0381, 0.1926);
        published(0, 10, 0, 20, -0.1611, 0.2775);
        published(10, 10, 0, 20, 0.6791, 1.0);
    }

    private static void published(long goals, long all, long controlGoals, long control, double low, double high) {
        GoalUplift uplift = Objects.requireNonNull(GoalUplift.of(goals, all, controlGoals, control));
        assertThat(uplift.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(uplift.high()).isCloseTo(high, FOUR_DIGITS);
        assertThat(uplift.shown()).isEqualTo(low > 0);
    }

    @Test
    void withoutAnybodyToCompareThereIsNone() {
        assertThat(GoalUplift.of(1, 2, 0, 0)).isNull();
        assertThat(GoalUplift.of(0, 0, 1, 2)).isNull();
    }
}
