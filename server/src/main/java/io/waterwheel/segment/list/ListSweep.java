package io.waterwheel.segment.list;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether rows that matched nobody have been kept long enough.
@Component
class ListSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(ListSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final CustomerLists lists;
    private volatile @Nullable Thread thread;

    ListSweep(CustomerLists lists) {
        this.lists = lists;
    }

    private void loop() {
        Thread own = Thread.currentThread();
        while (thread == own) {
            try {
                lists.sweep();
            } catch (RuntimeException e) {
                log.warn("customer-list.sweep failed", e);
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
        Thread started = Thread.ofVirtual().name("customer-list-sweep").unstarted(this::loop);
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
