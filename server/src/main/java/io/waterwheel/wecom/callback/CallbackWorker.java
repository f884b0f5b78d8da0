package io.waterwheel.wecom.callback;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works off the inbox behind the answers: at once when something came, and every few seconds for what is due again.
@Component
class CallbackWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CallbackWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final CallbackWork work;
    private final Semaphore nudges = new Semaphore(0);
    private volatile @Nullable Thread thread;

    CallbackWorker(CallbackWork work) {
        this.work = work;
    }

    void nudge() {
        nudges.release();
    }

    private void loop() {
        while (thread != null) {
            try {
                boolean nudged = nudges.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (nudged) {
                    nudges.drainPermits();
                }
                while (thread != null && work.work()) {
                    // As long as there is any.
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread != null) {
                    log.warn("callback.work failed", e);
                }
            }
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofVirtual().name("wecom-callbacks").unstarted(this::loop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            nudge();
            try {
                stopping.join(Duration.ofSeconds(10));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 100;
    }
}
