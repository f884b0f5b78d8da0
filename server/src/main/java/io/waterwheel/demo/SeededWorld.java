package io.waterwheel.demo;

import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.kernel.BrandId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How far a brand has been seeded.
///
/// @param today   the first day that is not invented
/// @param written how many of its events are known to be on the log
record SeededWorld(
        BrandId brand,
        long seed,
        int size,
        LocalDate today,
        int written,
        @Nullable String sealedSettings,
        @Nullable Long broadcast,
        @Nullable Instant finishedAt) {

    /// The same world again, whenever and wherever it is asked for.
    DemoWorld world() {
        return new DemoWorld(seed, today, size);
    }
}
