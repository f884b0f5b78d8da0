package io.waterwheel.segment.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.roaringbitmap.RoaringBitmap.bitmapOf;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

class MovementTests {

    private Map<Integer, Integer> belongsTo = Map.of();

    @Test
    void whoIsInAndWasNotHasEnteredAndTheOtherWayRound() {
        Movement movement = between(bitmapOf(1, 2), bitmapOf(2, 3), bitmapOf(1, 2, 3, 4));
        assertThat(movement.entered()).isEqualTo(bitmapOf(3));
        assertThat(movement.gone()).isEqualTo(bitmapOf(1));
        assertThat(movement.inside()).isEqualTo(bitmapOf(2, 3));
    }

    @Test
    void nobodyMovesByTheFirstEvaluation() {
        Movement movement = between(null, bitmapOf(2, 3), bitmapOf(1, 2, 3));
        assertThat(movement.none()).isTrue();
        assertThat(movement.inside()).isEqualTo(bitmapOf(2, 3));
    }

    @Test
    void whoBecamePartOfACustomerWhoIsInHasNotLeft() {
        belongsTo = Map.of(2, 1);
        assertThat(between(bitmapOf(1, 2), bitmapOf(1), bitmapOf(1)).none()).isTrue();
        assertThat(between(bitmapOf(2), bitmapOf(1), bitmapOf(1)).none())
                .as("only the number that is no more was in")
                .isTrue();
    }

    @Test
    void whoBecamePartOfACustomerWhoIsNotInHasLeftAsThatCustomer() {
        belongsTo = Map.of(2, 1);
        Movement movement = between(bitmapOf(2), bitmapOf(), bitmapOf(1));
        assertThat(movement.gone()).isEqualTo(bitmapOf(1));
        assertThat(movement.entered().isEmpty()).isTrue();
    }

    @Test
    void whoComesApartAgainHasNotEntered() {
        belongsTo = Map.of(2, 1);
        Movement merged = between(bitmapOf(1, 2), bitmapOf(1), bitmapOf(1));
        belongsTo = Map.of();
        Movement apart = between(merged.inside(), bitmapOf(1, 2), bitmapOf(1, 2));
        assertThat(apart.none()).isTrue();
        assertThat(between(merged.inside(), bitmapOf(1), bitmapOf(1, 2)).gone())
                .as("and whoever of the two is in no longer has left")
                .isEqualTo(bitmapOf(2));
    }

    @Test
    void whoWasErasedHasNotLeft() {
        Movement movement = between(bitmapOf(1, 2), bitmapOf(1), bitmapOf(1));
        assertThat(movement.none()).isTrue();
    }

    private Movement between(@Nullable RoaringBitmap before, RoaringBitmap now, RoaringBitmap everyone) {
        return Movement.between(before, now, everyone, numbers -> {
            RoaringBitmap current = new RoaringBitmap();
            numbers.forEach((IntConsumer) number -> current.add(belongsTo.getOrDefault(number, number)));
            return current;
        });
    }
}
