package io.waterwheel.exchange.topic;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.exchange.generated.tables.records.InletRecord;
import io.waterwheel.intake.CallIntake;
import io.waterwheel.intake.EventSources;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.SourceId;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps one reader on every open inlet. Each node has its own; Kafka shares the partitions out among them.
@Component
class InletReaders implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InletReaders.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration END = Duration.ofSeconds(10);

    private final InletRows rows;
    private final Brands brands;
    private final EventSources sources;
    private final CallIntake intake;
    private final Vault vault;
    private final Map<Long, Running> running = new HashMap<>();
    private volatile @Nullable Thread watch;

    InletReaders(InletRows rows, Brands brands, EventSources sources, CallIntake intake, Vault vault) {
        this.rows = rows;
        this.brands = brands;
        this.sources = sources;
        this.intake = intake;
        this.vault = vault;
    }

    private record Running(InletReader reader, Thread thread) {

        void end() {
            reader.stop();
            try {
                if (!thread.join(END)) {
                    thread.interrupt();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void watch() {
        Thread own = Thread.currentThread();
        while (watch == own) {
            try {
                adjust(rows.active());
            } catch (RuntimeException e) {
                if (watch == own) {
                    log.warn("inlet.watch failed", e);
                }
            }
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void adjust(List<InletRecord> wanted) {
        Map<Long, InletRecord> byId = new HashMap<>();
        for (InletRecord inlet : wanted) {
            if (!source(inlet).revoked()) {
                byId.put(inlet.getId(), inlet);
            }
        }
        for (Iterator<Map.Entry<Long, Running>> each = running.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<Long, Running> one = each.next();
            InletRecord inlet = byId.get(one.getKey());
            if (inlet == null || inlet.getVersion() != one.getValue().reader().version()) {
                one.getValue().end();
                each.remove();
            }
        }
        byId.forEach((id, inlet) -> running.computeIfAbsent(id, absent -> start(inlet)));
    }

    private Source source(InletRecord inlet) {
        return sources.get(brand(inlet), new SourceId(inlet.getSourceId()));
    }

    private Brand brand(InletRecord inlet) {
        return brands.get(new BrandId(inlet.getBrandId()));
    }

    private Running start(InletRecord inlet) {
        String sealed = inlet.getSealedPassword();
        InletReader reader = new InletReader(
                inlet,
                brand(inlet),
                source(inlet),
                InletRows.connection(inlet, sealed == null ? null : vault.open(sealed)),
                intake,
                rows);
        return new Running(
                reader, Thread.ofVirtual().name("inlet-" + inlet.getId()).start(reader));
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name("inlet-watch").unstarted(this::watch);
        watch = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = watch;
        watch = null;
        if (stopping != null) {
            stopping.interrupt();
            try {
                stopping.join(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        running.values().forEach(one -> one.reader().stop());
        running.values().forEach(Running::end);
        running.clear();
    }

    @Override
    public boolean isRunning() {
        return watch != null;
    }
}
