package io.waterwheel.segment.engine;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.event.LogFollower;
import io.waterwheel.kernel.event.LogSignal;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Brings what is kept ready after the data, about once a second while it moves, so that questions find it there: for
/// every brand at the start, then for those that were asked something in the last two hours.
@Component
class ReadyKeeper implements SmartLifecycle {

    private static final Duration GATHER = Duration.ofSeconds(1);

    /// The warehouse is some moments behind the log.
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration STILL_ASKED = Duration.ofHours(2);

    private final SegmentEngine engine;
    private final Warehouse warehouse;
    private final Brands brands;
    private final InstantSource clock;
    private final LogFollower follower;
    private long position = -1;
    private volatile boolean running;

    ReadyKeeper(SegmentEngine engine, Warehouse warehouse, Brands brands, LogSignal signal, InstantSource clock) {
        this.engine = engine;
        this.warehouse = warehouse;
        this.brands = brands;
        this.clock = clock;
        this.follower = new LogFollower("segment-ready", signal, GATHER, LOOK, this::advance);
    }

    /// What an erasure changes comes with the next event; a question looks at it by itself meanwhile.
    private int advance() {
        long now = warehouse.position();
        if (now == position) {
            return 0;
        }
        Instant since = clock.instant().minus(STILL_ASKED);
        for (Brand brand : brands.all()) {
            if (position < 0 || engine.wasAsked(brand.id(), since)) {
                engine.keepReady(brand);
            }
        }
        position = now;
        return 1;
    }

    @Override
    public void start() {
        follower.start();
        running = true;
    }

    @Override
    public void stop() {
        follower.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
