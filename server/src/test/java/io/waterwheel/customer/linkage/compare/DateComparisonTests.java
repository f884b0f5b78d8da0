package io.waterwheel.customer.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people do to a date when they write it down.
class DateComparisonTests {

    private final DateComparison dates = new DateComparison();

    @ParameterizedTest
    @CsvSource({
        "1990-03-07, 1990-07-03, SWAPPED",
        "1990-03-07, 1990-03-17, ALMOST",
        "1990-03-07, 1909-03-07, ALMOST",
        "1990-03-07, 1990-03-28, SIMILAR",
        "1990-03-07, 1985-03-07, SIMILAR",
        "1990-12-31, 1990-12-02, SIMILAR",
        "1990-03-07, 2011-12-25, DIFFERENT",
    })
    void standsToAnotherLikeThat(String left, String right, Likeness expected) {
        assertThat(likeness(left, right)).isEqualTo(expected);
        assertThat(likeness(right, left)).isEqualTo(expected);
    }

    @Test
    void isOneDateHoweverItIsWritten() {
        assertThat(dates.fold("1990/3/7")).isEqualTo("19900307");
        assertThat(dates.fold("１９９０-03-07")).isEqualTo("19900307");
        assertThat(dates.fold(" 19900307 ")).isEqualTo("19900307");
        assertThat(dates.fold("sometime in 1990")).isNull();
    }

    private Likeness likeness(String left, String right) {
        return dates.compare(
                dates.prepare(Objects.requireNonNull(dates.fold(left))),
                dates.prepare(Objects.requireNonNull(dates.fold(right))));
    }
}
