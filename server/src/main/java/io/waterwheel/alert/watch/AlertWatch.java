package io.waterwheel.alert.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.kernel.Sweep;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Asks every work what is late. The same answers are the metrics `lag.oldest`, by kind, and `alert.open`;
/// `alert.watch.age` tells whether anybody still looks.
@Component
class AlertWatch extends Sweep {

    private static final Duration EVERY = Duration.ofSeconds(20);

    /// What is due for less is on its way.
    private static final Duration SOON = Duration.ofMinutes(1);

    private final List<LateWork> works;
    private final Alerts alerts;
    private final AlertLimits limits;
    private final AlertMail mail;
    private final InstantSource clock;
    private final Map<LateKind, Instant> oldest = new ConcurrentHashMap<>();
    private volatile Instant looked;
    private volatile int open;

    AlertWatch(
            List<LateWork> works,
            Alerts alerts,
            AlertLimits limits,
            AlertMail mail,
            InstantSource clock,
            MeterRegistry meters) {
        super("alert-watch", "the look for what is late", EVERY);
        this.works = works;
        this.alerts = alerts;
        this.limits = limits;
        this.mail = mail;
        this.clock = clock;
        this.looked = clock.instant();
        for (LateKind kind : LateKind.values()) {
            Gauge.builder("lag.oldest", () -> age(oldest.get(kind)))
                    .description("How long the oldest of what is late has been due")
                    .tag("kind", kind.code())
                    .baseUnit("seconds")
                    .register(meters);
        }
        Gauge.builder("alert.open", () -> open)
                .description("How many alerts stand")
                .register(meters);
        Gauge.builder("alert.watch.age", () -> age(looked))
                .description("How long ago somebody last looked what is late")
                .baseUnit("seconds")
                .register(meters);
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1_000.0);
    }

    @Override
    protected void look() {
        Instant now = clock.instant();
        Map<Short, Duration> by = limits.all();
        Duration usual = Duration.ofMinutes(AlertSettings.DEFAULT.minutes());
        for (LateWork work : works) {
            // One that cannot be asked keeps its alerts as they are.
            attempt("the look for late " + work.kinds(), () -> {
                List<Late> late = work.late(now.minus(SOON));
                remember(work, late);
                alerts.told(work.kinds(), late, by, usual, now);
            });
        }
        open = alerts.open();
        looked = clock.instant();
        for (short brand : mail.untold()) {
            attempt("the mail about what is late", () -> mail.tell(brand));
        }
    }

    private void remember(LateWork work, Collection<Late> late) {
        for (LateKind kind : work.kinds()) {
            late.stream()
                    .filter(one -> one.kind() == kind)
                    .map(Late::since)
                    .min(Instant::compareTo)
                    .ifPresentOrElse(since -> oldest.put(kind, since), () -> oldest.remove(kind));
        }
    }
}
