package io.waterwheel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

class ChangesTests {

    private static final Set<WarehouseTable> TAGS = Set.of(WarehouseTable.TAG);

    private final Changes changes = new Changes(10);

    @Test
    void theCustomersOfAllVersionsBetweenAreTold() {
        add(11, 1);
        add(12, 2);
        add(13, 3);
        assertThat(changes.between(TAGS, 11, 13)).contains(RoaringBitmap.bitmapOf(2, 3));
        assertThat(changes.between(TAGS, 13, 13)).contains(new RoaringBitmap());
        assertThat(changes.between(Set.of(WarehouseTable.ORDERS), 10, 13)).contains(new RoaringBitmap());
    }

    @Test
    void whatWasBeforeTheStartOrIsNotYetThereIsNotKnown() {
        add(11, 1);
        assertThat(changes.between(TAGS, 9, 11)).isEmpty();
        assertThat(changes.between(TAGS, 10, 12)).isEmpty();
        changes.forget(11);
        assertThat(changes.between(TAGS, 10, 11)).isEmpty();
    }

    @Test
    void aVersionThatWasNotWrittenAndComesAgainHasTheCustomersOfBoth() {
        add(11, 1);
        add(11, 2);
        assertThat(changes.between(TAGS, 10, 11)).contains(RoaringBitmap.bitmapOf(1, 2));
    }

    @Test
    void aVersionThatWasMissedMeansThatNothingBeforeItIsKnown() {
        add(11, 1);
        add(13, 3);
        assertThat(changes.between(TAGS, 11, 13)).isEmpty();
        assertThat(changes.between(TAGS, 12, 13)).contains(RoaringBitmap.bitmapOf(3));
    }

    @Test
    void theOldestAreForgottenWhenThereIsNoRoom() {
        Changes small = new Changes(0, 2_000);
        for (int version = 1; version <= 100; version++) {
            small.add(version, Map.of(WarehouseTable.TAG, RoaringBitmap.bitmapOf(version)));
        }
        assertThat(small.between(TAGS, 0, 100)).isEmpty();
        assertThat(small.between(TAGS, 98, 100)).contains(RoaringBitmap.bitmapOf(99, 100));
    }

    private void add(long version, int customer) {
        changes.add(version, Map.of(WarehouseTable.TAG, RoaringBitmap.bitmapOf(customer)));
    }
}
