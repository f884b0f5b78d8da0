package io.waterwheel.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StableShareTests {

    /// Reckoned apart from this code: `printf 'share/autumn/\0\0\0\001' | sha256sum`, the first 16 digits modulo
    /// 10,000.
    @Test
    void thePartsAreThoseOfTheDocumentedHashForEver() {
        StableShare autumn = new StableShare("share/autumn/");
        assertThat(IntStream.of(1, 2, 3, 1_000_000, Integer.MAX_VALUE).map(autumn::part))
                .containsExactly(4_191, 7_109, 6_029, 9, 8_830);
        StableShare again = new StableShare("share/autumn/");
        assertThat(again.part(1_000_000)).isEqualTo(autumn.part(1_000_000));
    }

    @Test
    void everyPartIsAboutAsLargeAsTheOthers() {
        StableShare share = new StableShare("k");
        int[] tenths = new int[10];
        IntStream.rangeClosed(1, 100_000).forEach(number -> tenths[share.part(number) / 1_000]++);
        // Six standard deviations of a binomial of 100,000 and a tenth are 569.
        assertThat(IntStream.of(tenths)).allMatch(size -> Math.abs(size - 10_000) < 569);
    }

    @Test
    void partsUnderTwoKeysHaveNothingToDoWithEachOther() {
        StableShare one = new StableShare("share/autumn/");
        StableShare other = new StableShare("share/winter/");
        long both = IntStream.rangeClosed(1, 100_000)
                .filter(number -> one.part(number) < 1_000 && other.part(number) < 1_000)
                .count();
        assertThat(both).as("a hundredth, within six standard deviations").isBetween(811L, 1_189L);
    }
}
