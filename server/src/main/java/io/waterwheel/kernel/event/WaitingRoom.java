package io.waterwheel.kernel.event;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.ByteRoom;
import io.waterwheel.kernel.MemoryShares;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where events wait for the log's writer: so many of them, and so much memory, whichever is full first.
@Component
class WaitingRoom {

    private static final int EVENTS_MOST = 50_000;
    private static final int EACH = 400;

    private final Semaphore events = new Semaphore(EVENTS_MOST);
    private final ByteRoom bytes;

    WaitingRoom(MemoryShares shares, MeterRegistry meters) {
        this.bytes = new ByteRoom(shares.waitingBytes());
        Gauge.builder("event.waiting", () -> EVENTS_MOST - events.availablePermits())
                .description("Events that wait for the log's writer")
                .register(meters);
        Gauge.builder("event.waiting.size", bytes::taken)
                .description("Memory taken by events that wait for the log's writer")
                .baseUnit("bytes")
                .register(meters);
    }

    /// @return null when there was no room in that time
    ByteRoom.@Nullable Place enter(List<NewEvent> some, long millis) {
        int count = Math.min(some.size(), EVENTS_MOST);
        try {
            if (!events.tryAcquire(count, millis, TimeUnit.MILLISECONDS)) {
                return null;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
        ByteRoom.Place place = bytes.enter(size(some), millis);
        if (place == null) {
            events.release(count);
            return null;
        }
        return () -> {
            place.close();
            events.release(count);
        };
    }

    long taken() {
        return bytes.taken();
    }

    long most() {
        return bytes.size();
    }

    /// About what events take on the heap: two bytes a character, which is right for Chinese and too much for
    /// others.
    static long size(List<NewEvent> events) {
        long size = 0;
        for (NewEvent event : events) {
            size += EACH
                    + 2L
                            * (event.properties().length()
                                    + event.context().length()
                                    + event.messageId().length()
                                    + event.name().length());
        }
        return size;
    }
}
