package io.waterwheel.wecom.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.wecom.tag.TagMerge.Decision;
import io.waterwheel.wecom.tag.TagMerge.Ours;
import io.waterwheel.wecom.tag.TagMerge.Side;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TagMergeTests {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final Instant AGREED = NOON.minusSeconds(600);
    private static final Decision KEEP = new Decision.Keep();

    @Test
    void whereWeComHasNotChangedWeAreRight() {
        for (boolean there : List.of(true, false)) {
            for (boolean here : List.of(true, false)) {
                assertThat(TagMerge.of(new Ours(here, NOON), List.of(side(there, there)), null, NOON))
                        .isEqualTo(KEEP);
            }
        }
    }

    @Test
    void whatOnlyWeComChangedIsTaken() {
        Instant before = AGREED.minusSeconds(60);
        assertThat(TagMerge.of(new Ours(false, null), List.of(side(false, true)), null, NOON))
                .isEqualTo(new Decision.Change(true, NOON));
        assertThat(TagMerge.of(new Ours(true, before), List.of(side(true, false)), null, NOON))
                .isEqualTo(new Decision.Change(false, NOON));
    }

    @Test
    void bothSayingTheSameIsNoNews() {
        assertThat(TagMerge.of(new Ours(true, NOON), List.of(side(false, true)), NOON, NOON))
                .isEqualTo(KEEP);
        assertThat(TagMerge.of(new Ours(false, NOON), List.of(side(true, false)), NOON, NOON))
                .isEqualTo(KEEP);
    }

    @Test
    void whenBothChangedTheNewerChangeStands() {
        Instant early = NOON.minusSeconds(300);
        Instant late = NOON.minusSeconds(100);
        // Put on there and then off here; off here and then put on there.
        assertThat(TagMerge.of(new Ours(false, late), List.of(side(false, true)), early, NOON))
                .isEqualTo(KEEP);
        assertThat(TagMerge.of(new Ours(false, early), List.of(side(false, true)), late, NOON))
                .isEqualTo(new Decision.Change(true, late));
        assertThat(TagMerge.of(new Ours(true, late), List.of(side(true, false)), early, NOON))
                .isEqualTo(KEEP);
        assertThat(TagMerge.of(new Ours(true, early), List.of(side(true, false)), late, NOON))
                .isInstanceOf(Decision.Change.class);
    }

    @Test
    void withinTheSameSecondTheRemovalStands() {
        Instant told = NOON.minusSeconds(100);
        Instant sameSecond = told.plusMillis(400);
        assertThat(TagMerge.of(new Ours(true, sameSecond), List.of(side(true, false)), told, NOON))
                .isInstanceOf(Decision.Change.class);
        assertThat(TagMerge.of(new Ours(false, sameSecond), List.of(side(false, true)), told, NOON))
                .isEqualTo(KEEP);
    }

    @Test
    void whenNobodyKnowsWhichIsNewerTheRemovalStands() {
        Instant since = AGREED.plusSeconds(60);
        assertThat(TagMerge.of(new Ours(false, since), List.of(side(false, true)), null, NOON))
                .isEqualTo(KEEP);
        assertThat(TagMerge.of(new Ours(true, since), List.of(side(true, false)), null, NOON))
                .isEqualTo(new Decision.Change(false, NOON));
    }

    @Test
    void aCallbackFromBeforeTheLastAgreementTellsNoTime() {
        Instant old = AGREED.minusSeconds(60);
        Instant since = AGREED.plusSeconds(60);
        assertThat(TagMerge.of(new Ours(true, AGREED.minusSeconds(30)), List.of(side(true, false)), old, NOON))
                .isEqualTo(new Decision.Change(false, NOON));
        assertThat(TagMerge.of(new Ours(false, since), List.of(side(false, true)), old, NOON))
                .isEqualTo(KEEP);
    }

    @Test
    void aGuideWhoTakesItOffTakesItOffForAll() {
        assertThat(TagMerge.of(
                        new Ours(true, AGREED.minusSeconds(60)),
                        List.of(side(true, true), side(true, false), side(false, true)),
                        null,
                        NOON))
                .isEqualTo(new Decision.Change(false, NOON));
        assertThat(TagMerge.of(new Ours(false, null), List.of(side(false, false), side(false, true)), null, NOON))
                .isEqualTo(new Decision.Change(true, NOON));
    }

    private static Side side(boolean before, boolean now) {
        return new Side(before, now, AGREED);
    }
}
