package io.waterwheel.exchange;

import io.waterwheel.kernel.event.LogSignal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks, after each append and every so often, who has something coming from the log, and runs an errand for each
/// in a thread of its own: a slow receiver costs nobody else anything, and the log nothing at all.
public final class LogErrands {

    private static final Logger log = LoggerFactory.getLogger(LogErrands.class);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration GATHER = Duration.ofMillis(100);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);

    private final String name;
    private final LogSignal signal;
    private final Supplier<List<Long>> due;
    private final Errand errand;
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();
    private volatile @Nullable ExecutorService threads;

    /// @param due for whom there is something to do now, by id
    public LogErrands(String name, LogSignal signal, Supplier<List<Long>> due, Errand errand) {
        this.name = name;
        this.signal = signal;
        this.due = due;
        this.errand = errand;
    }

    @FunctionalInterface
    public interface Errand {

        /// Works until there is nothing to do for now, or `stopping` says so.
        void run(long id, BooleanSupplier stopping);
    }

    private void watch(ExecutorService own) {
        while (threads == own) {
            try {
                long appended = signal.times();
                due.get().forEach(id -> send(own, id));
                signal.await(appended, LOOK);
                Thread.sleep(GATHER);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                rest(own, e);
            }
        }
    }

    private void send(ExecutorService own, long id) {
        if (!busy.add(id)) {
            return;
        }
        own.execute(() -> {
            try {
                errand.run(id, () -> threads != own);
            } catch (RuntimeException e) {
                rest(own, e);
            } finally {
                busy.remove(id);
            }
        });
    }

    /// What fails here is the database, or we ourselves; the failures of receivers are noted where they happen.
    private void rest(ExecutorService own, RuntimeException failure) {
        if (threads == own) {
            log.warn("{}.errand failed", name, failure);
            try {
                Thread.sleep(AFTER_FAILURE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public void start() {
        ExecutorService own = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
        threads = own;
        own.execute(() -> watch(own));
    }

    /// Ends after what is under way, which is rather waited for than done twice.
    public void stop() {
        ExecutorService stopping = threads;
        threads = null;
        if (stopping != null) {
            stopping.shutdown();
            try {
                if (!stopping.awaitTermination(5, TimeUnit.SECONDS)) {
                    stopping.shutdownNow();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    public boolean isRunning() {
        return threads != null;
    }
}
