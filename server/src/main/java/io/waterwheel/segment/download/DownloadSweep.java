package io.waterwheel.segment.download;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Looks every few minutes whether files have been kept long enough.
@Component
class DownloadSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(DownloadSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final MemberDownloads downloads;
    private volatile @Nullable Thread thread;

    DownloadSweep(MemberDownloads downloads) {
        this.downloads = downloads;
    }

    private void loop() {
        Thread own = Thread.currentThread();
        while (thread == own) {
            try {
                downloads.sweep();
            } catch (RuntimeException e) {
                log.warn("member-download.sweep failed", e);
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
        Thread started = Thread.ofVirtual().name("member-download-sweep").unstarted(this::loop);
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
