package io.waterwheel.intake.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StorableTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "\\\\u0000", "\\n\\u0041", "\\ud83d\\ude00", "\\\"", "\\u0001", "\\\\\\u0020", "汉字"})
    void ordinaryTextMayBeStored(String text) {
        assertThat(storable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\u0000",
                "a\\\\\\u0000",
                "\\ud83d",
                "\\ud83dx\\ude00",
                "\\ude00",
                "\\ude00\\ud83d",
                "\\ud83d\\ud83d\\ude00"
            })
    void whatPostgresRefusesIsFound(String text) {
        assertThat(storable(text)).isFalse();
    }

    private static boolean storable(String text) {
        byte[] json = ("{\"k\":\"" + text + "\"}").getBytes(StandardCharsets.UTF_8);
        return StorableText.json(json, 0, json.length);
    }
}
