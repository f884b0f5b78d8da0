package io.waterwheel.customer.suggestion;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.event.EventLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts each brand's search once a night, when its customers sleep and something has happened since the last.
@Component
class NightlySearch implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(NightlySearch.class);
    private static final LocalTime FROM = LocalTime.of(3, 0);
    private static final LocalTime UNTIL = LocalTime.of(6, 0);
    private static final int LOOK_EVERY_MINUTES = 10;

    private final Brands brands;
    private final Suggestions suggestions;
    private final EventLog log;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService timer;

    NightlySearch(Brands brands, Suggestions suggestions, EventLog log, InstantSource clock) {
        this.brands = brands;
        this.suggestions = suggestions;
        this.log = log;
        this.clock = clock;
    }

    /// The last search of a brand.
    ///
    /// @param logEnd how far the log was
    record Last(Instant startedAt, long logEnd) {}

    static boolean due(Optional<Last> last, Instant now, ZoneId zone, long logEnd) {
        ZonedDateTime local = now.atZone(zone);
        boolean night =
                !local.toLocalTime().isBefore(FROM) && local.toLocalTime().isBefore(UNTIL);
        return night
                && logEnd > last.map(Last::logEnd).orElse(0L)
                && last.map(search -> search.startedAt.isBefore(local.with(FROM).toInstant()))
                        .orElse(true);
    }

    private void look() {
        try {
            for (Brand brand : brands.all()) {
                if (due(suggestions.last(brand), clock.instant(), brand.zone(), log.end())) {
                    suggestions.search(brand);
                }
            }
        } catch (RuntimeException e) {
            // The next look tries again.
            logger.error("suggestion.search failed", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("nightly-search").factory());
        started.scheduleWithFixedDelay(this::look, LOOK_EVERY_MINUTES, LOOK_EVERY_MINUTES, TimeUnit.MINUTES);
        timer = started;
    }

    @Override
    public synchronized void stop() {
        if (timer != null) {
            timer.shutdownNow();
            timer = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return timer != null;
    }
}
