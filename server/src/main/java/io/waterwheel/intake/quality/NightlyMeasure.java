package io.waterwheel.intake.quality;

import static io.waterwheel.intake.generated.Tables.QUALITY_REPORT;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.event.EventLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Measures each brand once a night, if something has happened since the last time.
@Component
class NightlyMeasure implements SmartLifecycle {

    private static final Logger logger = LoggerFactory.getLogger(NightlyMeasure.class);
    private static final LocalTime FROM = LocalTime.of(2, 0);
    private static final LocalTime UNTIL = LocalTime.of(6, 0);
    private static final int LOOK_EVERY_MINUTES = 10;

    private final DSLContext database;
    private final Brands brands;
    private final MeasureQuality measuring;
    private final EventLog log;
    private final InstantSource clock;
    private @Nullable ScheduledExecutorService timer;

    NightlyMeasure(DSLContext database, Brands brands, MeasureQuality measuring, EventLog log, InstantSource clock) {
        this.database = database;
        this.brands = brands;
        this.measuring = measuring;
        this.log = log;
        this.clock = clock;
    }

    /// @param last   when the last measurement began, null when there was none
    /// @param before how far the log was then
    static boolean due(@Nullable Instant last, long before, Instant now, ZoneId zone, long logEnd) {
        ZonedDateTime local = now.atZone(zone);
        boolean night =
                !local.toLocalTime().isBefore(FROM) && local.toLocalTime().isBefore(UNTIL);
        return night
                && logEnd > before
                && (last == null || last.isBefore(local.with(FROM).toInstant()));
    }

    private void look() {
        try {
            for (Brand brand : brands.all()) {
                var report = database.selectFrom(QUALITY_REPORT)
                        .where(QUALITY_REPORT.BRAND_ID.eq(brand.id().value()))
                        .fetchOne();
                Instant last = report == null ? null : report.getMeasuredAt();
                long before = report == null ? 0 : report.getLogEnd();
                if (due(last, before, clock.instant(), brand.zone(), log.end())) {
                    measuring.start(brand);
                }
            }
        } catch (RuntimeException e) {
            // The next look tries again.
            logger.error("quality.measure failed", e);
        }
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("nightly-measure").factory());
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
