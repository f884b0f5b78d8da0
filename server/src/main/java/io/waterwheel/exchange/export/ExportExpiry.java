package io.waterwheel.exchange.export;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether an export's week is over.
@Component
class ExportExpiry implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ExportExpiry.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final Exports exports;
    private volatile @Nullable Thread thread;

    ExportExpiry(Exports exports) {
        this.exports = exports;
    }

    private void loop() {
        Thread own = Thread.currentThread();
        while (thread == own) {
            try {
                exports.sweep();
            } catch (RuntimeException e) {
                log.warn("export.expiry failed", e);
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name("export-expiry").unstarted(this::loop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
