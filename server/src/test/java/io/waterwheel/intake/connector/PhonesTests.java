package io.waterwheel.intake.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhonesTests {

    @Test
    void aPlainMobileNumberIsAPhone() {
        assertThat(Stream.of("13800005678", "+86 138 0000 5678", "86-13800005678".substring(3), "008613800005678")
                        .map(Phones::plain))
                .allSatisfy(phone -> assertThat(phone).contains("13800005678"));
    }

    @Test
    void whatStandsInItsPlaceIsNot() {
        assertThat(Stream.of(
                                "138****5678",
                                "1********35",
                                "*******1035",
                                "$eTS8t8hAECdXKgNtV6DIfw==$1$",
                                "##SampleEncrypted##",
                                "~Sample~1~",
                                "13800005678转1234",
                                "13800005678-1234",
                                "0571-88886666",
                                "12345678901",
                                "",
                                null)
                        .map(Phones::plain))
                .allSatisfy(phone -> assertThat(phone).isEmpty());
    }
}
