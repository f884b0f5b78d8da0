package io.waterwheel.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12 | 12",
                "-3 | -3",
                "+3 | 3",
                "0.005 | 0.005",
                ".5 | 0.5",
                "1,234.50 | 1234.50",
                "1,234,567 | 1234567",
                "2,5 | 2.5",
                "¥ 99 | 99",
                "￥1,000.00 | 1000.00",
                "£2.55 | 2.55",
                "88元 | 88",
                "(3) | -3",
                "1 234 | 1234",
                "CNY 5 | 5"
            })
    void numbersAreReadAsShopsWriteThem(String text, BigDecimal expected) {
        assertThat(Decimals.parse(text)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "many",
                "1.2.3",
                "1e5",
                "12,34.5,6",
                "--1",
                "１",
                "1234567890123456789012345678901",
                "NaN"
            })
    void whatIsNoNumberIsNot(String text) {
        assertThat(Decimals.parse(text)).isNull();
    }
}
