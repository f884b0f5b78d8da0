package io.waterwheel.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTests {

    /// From the table in every textbook (for instance NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).
    @ParameterizedTest
    @CsvSource({
        "1,12.706",
        "2,4.303",
        "3,3.182",
        "4,2.776",
        "5,2.571",
        "6,2.447",
        "8,2.306",
        "10,2.228",
        "15,2.131",
        "20,2.086",
        "30,2.042",
        "60,2.000",
        "100,1.984",
        "1000,1.962"
    })
    void theTablesTwoSidedNinetyFivePercent(double freedom, double expected) {
        assertThat(StudentT.quantile(0.95, freedom)).isCloseTo(expected, within(0.0015));
    }

    @ParameterizedTest
    @CsvSource({"0.99,5,4.032", "0.99,30,2.750", "0.90,10,1.812", "0.90,4,2.132"})
    void otherLevels(double inside, double freedom, double expected) {
        assertThat(StudentT.quantile(inside, freedom)).isCloseTo(expected, within(0.0015));
    }

    @Test
    void withMuchFreedomItIsTheNormalDistribution() {
        assertThat(StudentT.quantile(0.95, 1e9)).isCloseTo(1.959963985, within(1e-6));
        assertThat(Normal.quantile(0.975)).isCloseTo(1.959963985, within(1e-8));
        assertThat(Normal.quantile(0.001)).isCloseTo(-3.090232306, within(1e-8));
        assertThat(Normal.quantile(0.5)).isZero();
    }

    @Test
    void fractionsOfFreedomLieBetween() {
        double before = StudentT.quantile(0.95, 2.5);
        for (double freedom = 2.6; freedom < 60; freedom += 0.1) {
            double next = StudentT.quantile(0.95, freedom);
            assertThat(next).as("freedom %s", freedom).isLessThan(before);
            before = next;
        }
    }
}
