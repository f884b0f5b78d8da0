package io.waterwheel.kernel.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.ByteRoom;
import io.waterwheel.kernel.MemoryShares;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingRoomTests {

    /// Of one thousandth of the heap.
    private final WaitingRoom room = new WaitingRoom(new MemoryShares(0.001, 0.1), new SimpleMeterRegistry());

    @Test
    void largeEventsFillItLongBeforeTheirNumberDoes() {
        List<NewEvent> batch = Collections.nCopies(10, event("x".repeat(30_000)));
        List<ByteRoom.Place> places = new ArrayList<>();
        for (ByteRoom.Place place = room.enter(batch, 0); place != null; place = room.enter(batch, 0)) {
            places.add(place);
        }
        assertThat(places).isNotEmpty();
        assertThat(10 * places.size()).isLessThan(5_000);
        assertThat(room.taken()).isLessThanOrEqualTo(room.most());
        places.forEach(ByteRoom.Place::close);
        assertThat(room.taken()).isZero();
        assertThat(room.enter(batch, 0)).isNotNull();
    }

    @Test
    void theirNumberFillsItToo() {
        List<NewEvent> batch = Collections.nCopies(50_000, event("{}"));
        WaitingRoom large = new WaitingRoom(new MemoryShares(0.5, 0.1), new SimpleMeterRegistry());
        ByteRoom.Place all = large.enter(batch, 0);
        assertThat(all).isNotNull();
        assertThat(large.enter(List.of(event("{}")), 0)).isNull();
        all.close();
        assertThat(large.enter(List.of(event("{}")), 0)).isNotNull();
    }

    /// Otherwise it could never be written.
    @Test
    void whatIsLargerThanTheWholeRoomEntersAlone() {
        List<NewEvent> huge = Collections.nCopies(1_000, event("x".repeat(30_000)));
        ByteRoom.Place place = room.enter(huge, 0);
        assertThat(place).isNotNull();
        assertThat(room.enter(List.of(event("{}")), 0)).isNull();
        place.close();
        assertThat(room.taken()).isZero();
    }

    private static NewEvent event(String properties) {
        return new NewEvent(
                new BrandId((short) 1), "shop", "m1", "Viewed", Instant.EPOCH, Subject.NOBODY, properties, "{}");
    }
}
