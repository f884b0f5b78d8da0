package io.waterwheel.segment.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ContrastRankTests {

    @Test
    void aFewPeopleDoNotTopTheList() {
        double three = ContrastRank.strength(3, 1_000, 0, 1_000, 5, 10_000);
        double many = ContrastRank.strength(400, 1_000, 200, 1_000, 3_000, 10_000);
        assertThat(many).isGreaterThan(three);
    }

    @Test
    void twiceAsCommonIsAsStrongAsHalfAsCommon() {
        double twice = ContrastRank.strength(400, 1_000, 200, 1_000, 3_000, 10_000);
        double half = ContrastRank.strength(200, 1_000, 400, 1_000, 3_000, 10_000);
        assertThat(twice).isCloseTo(half, within(1e-12)).isCloseTo(Math.log(2), within(0.03));
    }

    @Test
    void equalSharesAreNoContrastAndAnEmptySegmentIsLikeEverybody() {
        assertThat(ContrastRank.strength(300, 1_000, 30, 100, 3_000, 10_000)).isCloseTo(0, within(1e-12));
        assertThat(ContrastRank.strength(0, 0, 300, 1_000, 3_000, 10_000)).isCloseTo(0, within(1e-12));
    }
}
