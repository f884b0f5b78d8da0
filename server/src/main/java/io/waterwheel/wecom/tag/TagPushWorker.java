package io.waterwheel.wecom.tag;

import io.waterwheel.kernel.BrandId;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Works off what WeCom is to be told, again and again in the background; no brand waits for another's corp.
@Component
class TagPushWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(TagPushWorker.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final TagPushWork work;
    private final Set<BrandId> busy = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ExecutorService threads;

    TagPushWorker(TagPushWork work) {
        this.work = work;
    }

    private void loop(ExecutorService pool) {
        while (!pool.isShutdown()) {
            try {
                for (BrandId brand : work.ready()) {
                    if (busy.add(brand)) {
                        pool.execute(() -> work(pool, brand));
                    }
                }
            } catch (RuntimeException e) {
                if (!pool.isShutdown()) {
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

    private void work(ExecutorService pool, BrandId brand) {
        try {
            while (!pool.isShutdown() && work.work(brand)) {
                // As long as there is any.
            }
        } catch (RuntimeException e) {
            if (!pool.isShutdown()) {
                log.warn("wecom.tags failed brand={}", brand.value(), e);
            }
        } finally {
            busy.remove(brand);
        }
    }

    @Override
    public void start() {
        ExecutorService pool = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("wecom-tags-", 0).factory());
        threads = pool;
        pool.execute(() -> loop(pool));
    }

    @Override
    public void stop() {
        ExecutorService stopping = threads;
        threads = null;
        if (stopping != null) {
            stopping.shutdownNow();
            try {
                if (!stopping.awaitTermination(10, TimeUnit.SECONDS)) {
                    log.warn("wecom.tags still working at stop");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    @Override
    public int getPhase() {
        return 100;
    }
}
