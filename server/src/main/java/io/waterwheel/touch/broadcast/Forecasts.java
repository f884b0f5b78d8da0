package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.job.Job;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.job.Jobs;
import io.waterwheel.touch.broadcast.Forecast.Unknown;
import io.waterwheel.touch.generated.tables.records.BroadcastRecord;
import io.waterwheel.touch.policy.Policies;
import io.waterwheel.touch.policy.QuietHours;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Says when a broadcast will be finished, from what its last calls show.
@Component
class Forecasts {

    /// So far back the pace is looked for.
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /// And not over more calls than this, however fast they go.
    private static final int MOST_CALLS = 2_000;

    /// Seconds of sending that say nothing yet.
    private static final Duration EARLY = Duration.ofSeconds(10);

    /// As long without anything that got through, and something stands in the way.
    private static final Duration STALLED = Duration.ofMinutes(3);

    private final DSLContext database;
    private final Policies policies;
    private final Jobs jobs;
    private final InstantSource clock;

    Forecasts(DSLContext database, Policies policies, Jobs jobs, InstantSource clock) {
        this.database = database;
        this.policies = policies;
        this.jobs = jobs;
        this.clock = clock;
    }

    /// What the last calls show.
    ///
    /// @param people whom they were for
    /// @param from   when the first of them was made
    /// @param to     when the last of them was settled
    private record Observed(long people, Instant from, Instant to) {}

    /// @param guides whether somebody must confirm each call
    /// @return null when there is nothing to wait for
    @Nullable
    Forecast of(Brand brand, BroadcastRecord row, Progress progress, boolean guides) {
        return switch (BroadcastState.of(row.getState())) {
            case DRAFT, PLANNING, PLANNED, AWAITING, APPROVED, REFUSED, FAILED, CANCELLED -> null;
            case PAUSED -> Forecast.unknown(Unknown.PAUSED, null, null);
            case SENDING -> guides ? confirmed(row, sending(brand, row, progress)) : sending(brand, row, progress);
            case DONE ->
                progress.awaitingGuide() == 0
                        ? null
                        : confirmed(row, new Forecast(row.getFinishedAt(), null, null, 0, null, null, null));
        };
    }

    /// The same, of which nobody knows when guides confirm it.
    private Forecast confirmed(BroadcastRecord row, Forecast calls) {
        int waiting = unconfirmed(row.getId());
        return new Forecast(
                calls.handedOver(),
                null,
                calls.handedOver() == null ? calls.unknown() : Unknown.GUIDES,
                waiting,
                calls.perMinute(),
                calls.resumes(),
                calls.why());
    }

    private Forecast sending(Brand brand, BroadcastRecord row, Progress progress) {
        Instant now = clock.instant();
        QuietHours quiet = policies.of(brand).quiet();
        SortedMap<Instant, Long> held = held(row.getId());
        long rest = held.values().stream().mapToLong(Long::longValue).sum();
        long free = Math.max(0, progress.pending() - rest);
        Instant resumes = resumes(now, quiet, brand, free, held);
        Observed seen = observed(row.getId());
        Instant begun = row.getStartedAt();
        if (seen == null) {
            boolean early = resumes != null || Duration.between(begun, now).compareTo(STALLED) < 0;
            return Forecast.unknown(early ? Unknown.TOO_EARLY : Unknown.STALLED, resumes, early ? null : words(row));
        }
        boolean silent = Duration.between(seen.to, now).compareTo(STALLED) > 0;
        if (silent && resumes == null && progress.pending() > 0 && !justWoken(now, quiet, brand, held)) {
            return Forecast.unknown(Unknown.STALLED, null, words(row));
        }
        // While it rests, the pace is that of before: the rest itself is no slowness.
        Duration span = Duration.between(seen.from, silent || resumes != null ? seen.to : now);
        if (span.compareTo(EARLY) < 0) {
            return Forecast.unknown(Unknown.TOO_EARLY, resumes, null);
        }
        double perSecond = 1_000.0 * seen.people / span.toMillis();
        Optional<Instant> end = new Pace(perSecond, quiet, brand.zone()).end(now, free, held);
        return new Forecast(
                end.orElse(null),
                end.orElse(null),
                end.isEmpty() ? Unknown.TOO_SLOW : null,
                0,
                perSecond * 60,
                resumes,
                null);
    }

    /// When sending goes on: the end of the brand's night, or of the first customer's own quiet hours.
    private static @Nullable Instant resumes(
            Instant now, QuietHours quiet, Brand brand, long free, SortedMap<Instant, Long> held) {
        Instant first = held.isEmpty() ? null : held.firstKey();
        if (free > 0) {
            if (!quiet.cover(now, brand.zone())) {
                return null;
            }
            Instant morning = quiet.endAfter(now, brand.zone());
            return first != null && first.isBefore(morning) ? later(first, now) : morning;
        }
        return first == null ? null : later(first, now);
    }

    private static @Nullable Instant later(Instant at, Instant now) {
        return at.isAfter(now) ? at : null;
    }

    /// Silence that was a rest until a moment ago is not yet a stall.
    private static boolean justWoken(Instant now, QuietHours quiet, Brand brand, SortedMap<Instant, Long> held) {
        Instant before = now.minus(STALLED);
        return quiet.cover(before, brand.zone())
                || (!held.isEmpty() && held.firstKey().isAfter(before));
    }

    /// Those whose own quiet hours last; relies on the index recipient_held.
    private SortedMap<Instant, Long> held(long broadcast) {
        SortedMap<Instant, Long> held = new TreeMap<>();
        database.select(RECIPIENT.HELD_UNTIL, DSL.count())
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.STATE.eq("pending"))
                .and(RECIPIENT.DISPATCH_ID.isNull())
                .and(RECIPIENT.HELD_UNTIL.isNotNull())
                .groupBy(RECIPIENT.HELD_UNTIL)
                .forEach(row -> held.put(row.value1(), row.value2().longValue()));
        return held;
    }

    /// The settled among the last calls, within the window before the last of them; relies on the index
    /// dispatch_of_broadcast.
    private @Nullable Observed observed(long broadcast) {
        var last = DSL.select(DISPATCH.SIZE, DISPATCH.CALLED_AT, DISPATCH.SETTLED_AT, DISPATCH.STATE)
                .from(DISPATCH)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .orderBy(DISPATCH.ID.desc())
                .limit(MOST_CALLS)
                .asTable("last");
        Field<Instant> at = last.field(DISPATCH.SETTLED_AT);
        Condition settled = last.field(DISPATCH.STATE).in("accepted", "failed", "unknown");
        Instant newest = database.select(DSL.max(at))
                .from(last)
                .where(settled)
                .fetchSingle()
                .value1();
        if (newest == null) {
            return null;
        }
        Record2<BigDecimal, Instant> seen = database.select(
                        DSL.sum(last.field(DISPATCH.SIZE)), DSL.min(last.field(DISPATCH.CALLED_AT)))
                .from(last)
                .where(settled)
                .and(at.gt(newest.minus(WINDOW)))
                .fetchSingle();
        Instant first = seen.value2();
        return first == null ? null : new Observed(seen.value1().longValue(), first, newest);
    }

    private int unconfirmed(long broadcast) {
        return database.select(DSL.countDistinct(DISPATCH.SENDER))
                .from(DISPATCH)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .and(DISPATCH.STATE.eq("accepted"))
                .and(DSL.exists(DSL.selectOne()
                        .from(RECIPIENT)
                        .where(RECIPIENT.DISPATCH_ID.eq(DISPATCH.ID))
                        .and(RECIPIENT.STATE.eq("sent"))))
                .fetchSingle()
                .value1();
    }

    private @Nullable Text words(BroadcastRecord row) {
        return row.getJobId() == null
                ? null
                : jobs.find(new JobId(row.getJobId())).map(Job::message).orElse(null);
    }
}
