package io.waterwheel.wecom.tag;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works off what WeCom is to be told, again and again in the background.
@Component
class TagPushWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TagPushWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final TagPushWork work;
    private volatile @Nullable Thread thread;

    TagPushWorker(TagPushWork work) {
        this.work = work;
    }

    private void loop() {
        while (thread != null) {
            try {
                while (thread != null && work.work()) {
                    // As long as there is any.
                }
            } catch (RuntimeException e) {
                if (thread != null) {
                    log.warn("wecom.tags failed", e);
                }
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
        Thread started = Thread.ofVirtual().name("wecom-tags").unstarted(this::loop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.interrupt();
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
