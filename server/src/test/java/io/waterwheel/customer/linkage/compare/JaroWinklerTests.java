package io.waterwheel.customer.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against the published examples, a slow count of slips, and each other.
class JaroWinklerTests {

    @ParameterizedTest
    @CsvSource({
        "MARTHA, MARHTA, 0.944, 0.961",
        "DIXON, DICKSONX, 0.767, 0.813",
        "DWAYNE, DUANE, 0.822, 0.840",
        "JONES, JOHNSON, 0.790, 0.832",
        "ABROMS, ABRAMS, 0.889, 0.922",
        "ITMAN, SMITH, 0.467, 0.467",
        "DUNNINGHAM, CUNNIGHAM, 0.896, 0.896",
    })
    void isThePublishedNumber(String left, String right, double jaro, double winkler) {
        assertThat(JaroWinkler.jaro(left, right)).isCloseTo(jaro, within(0.0005));
        assertThat(JaroWinkler.similarity(left, right)).isCloseTo(winkler, within(0.0005));
    }

    @Test
    void nothingIsLikeNothingAndUnlikeSomething() {
        assertThat(JaroWinkler.similarity("", "")).isEqualTo(1);
        assertThat(JaroWinkler.similarity("", "a")).isZero();
        assertThat(JaroWinkler.similarity("abc", "xyz")).isZero();
    }

    @Test
    void isTheSameBothWaysAndOneOnlyForEquals() {
        for (int seed = 0; seed < 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String left = word(random);
            String right = word(random);
            assertThat(JaroWinkler.similarity(left, right))
                    .as("seed %d: %s %s", seed, left, right)
                    .isEqualTo(JaroWinkler.similarity(right, left), within(1e-12))
                    .isBetween(0.0, 1.0);
            assertThat(JaroWinkler.similarity(left, right) > 1 - 1e-12)
                    .as("seed %d: %s %s", seed, left, right)
                    .isEqualTo(left.equals(right));
        }
    }

    @Test
    void slipsAreCountedAsTheWholeTableCountsThem() {
        for (int seed = 0; seed < 5_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String left = word(random);
            String right = random.nextBoolean() ? word(random) : slipped(left, random);
            assertThat(EditDistance.between(left, right))
                    .as("seed %d: %s %s", seed, left, right)
                    .isEqualTo(Math.min(EditDistance.FAR, table(left, right)));
        }
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(9);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }

    private static String slipped(String word, SplittableRandom random) {
        if (word.length() < 2) {
            return word + "a";
        }
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    }

    /// Optimal string alignment by its definition.
    private static int table(String left, String right) {
        int[][] slips = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    slips[i][j] = i + j;
                    continue;
                }
                int wrong = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
                slips[i][j] = Math.min(slips[i - 1][j - 1] + wrong, Math.min(slips[i - 1][j], slips[i][j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
                }
            }
        }
        return slips[left.length()][right.length()];
    }
}
