package io.waterwheel.segment.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextMatchTests {

    @ParameterizedTest
    @CsvSource({"Shanghai,SHANGHAI", "ＡＢＣ１２３,abc123", "㈱,(株)", "ｶﾞ,ガ", "' x ',x", "ǅ,dž", "Ⅷ,viii"})
    void widthCaseAndOuterSpacesDoNotMatter(String known, String asked) {
        assertThat(TextMatch.of(Operator.IN, List.of(asked)).test(known)).isTrue();
        assertThat(TextMatch.of(Operator.CONTAINS, List.of(asked)).test("…" + known.strip() + "…")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100%,100", "a_b,axb", ".*,abc", "a?,ab", "%,abc", "_,a", "[a-z],b"})
    void containsIsLiteral(String asked, String known) {
        assertThat(TextMatch.of(Operator.CONTAINS, List.of(asked)).test(known)).isFalse();
        assertThat(TextMatch.of(Operator.CONTAINS, List.of(asked)).test("x" + asked + "x")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "5,5.0,true,true", "５,4.9,true,false", "-3,2,false,true", "abc,1,false,false", "2024-03-01,2024-02-29,true,false",
        "2024-02-30,2024-01-01,false,false", "2024,2024-01-01,false,false", "1e9,5,false,false", "'1,000',5,false,false"
    })
    void sizesAreComparedOnlyWithTheirKind(String known, String asked, boolean atLeast, boolean atMost) {
        assertThat(TextMatch.of(Operator.AT_LEAST, List.of(asked)).test(known)).isEqualTo(atLeast);
        assertThat(TextMatch.of(Operator.AT_MOST, List.of(asked)).test(known)).isEqualTo(atMost);
    }
}
