package io.waterwheel.touch.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.touch.words.WordSearch.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordSearchTests {

    @Test
    void tellsEachWordAndItsPlace() {
        WordSearch search = new WordSearch(List.of("最佳", "国家级", "first"));
        assertThat(search.all("全国最佳，国家级 FIRST ｆｉｒｓｔ"))
                .containsExactly(
                        new Found("最佳", 2), new Found("国家级", 5), new Found("first", 9), new Found("first", 15));
        assertThat(search.isIn("国家，最后")).isFalse();
    }

    @Test
    void aWordInsideAnotherIsFoundWhereTheLongerOneEndsOtherwise() {
        WordSearch search = new WordSearch(List.of("abcd", "bc"));
        assertThat(search.all("abce")).containsExactly(new Found("bc", 1));
        assertThat(search.all("abcd")).containsExactly(new Found("bc", 1), new Found("abcd", 0));
    }

    @Test
    void noWordsFindNothing() {
        assertThat(WordSearch.NONE.isIn("最佳")).isFalse();
        assertThat(new WordSearch(List.of("")).isIn("最佳")).isFalse();
    }

    @Test
    void saysTheSameAsLookingForOneWordAfterTheOther() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                words.add(letters(random, 1 + random.nextInt(4)));
            }
            String text = letters(random, 30);
            boolean expected = words.stream().anyMatch(text::contains);
            assertThat(new WordSearch(words).isIn(text)).as("seed " + seed).isEqualTo(expected);
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('a' + random.nextInt(3)));
        }
        return text.toString();
    }
}
