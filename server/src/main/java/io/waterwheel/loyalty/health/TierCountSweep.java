package io.waterwheel.loyalty.health;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sweep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Counts members by tier again and again: every minute where that is quick, and otherwise so seldom that counting
/// takes no more than half a percent of the time.
@Component
class TierCountSweep extends Sweep {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int REST = 200;

    private final Brands brands;
    private final TierCounts counts;
    private final InstantSource clock;
    private final Map<BrandId, Duration> took = new HashMap<>();

    TierCountSweep(Brands brands, TierCounts counts, InstantSource clock) {
        super("tier-counts", "loyalty.tier-counts", EVERY);
        this.brands = brands;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    protected void look() {
        for (Brand brand : brands.all()) {
            attempt("loyalty.tier-counts", () -> count(brand));
        }
    }

    private void count(Brand brand) {
        Duration rest = took.getOrDefault(brand.id(), Duration.ZERO).multipliedBy(REST);
        Instant now = clock.instant();
        if (counts.last(brand).filter(last -> last.plus(rest).isAfter(now)).isPresent()) {
            return;
        }
        long began = System.nanoTime();
        counts.count(brand);
        took.put(brand.id(), Duration.ofNanos(System.nanoTime() - began));
    }
}
