package io.waterwheel.touch.broadcast;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Writes one batch while the next is worked out. Only one is ever under way, so memory is bounded and the database is
/// asked by one connection; what failed is thrown by the next call, at the latest by [#close].
final class WriteBehind implements AutoCloseable {

    private final ExecutorService writer = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("write-behind").factory());
    private @Nullable Future<?> underWay;

    void write(Runnable batch) {
        await();
        underWay = writer.submit(batch);
    }

    private void await() {
        Future<?> last = underWay;
        underWay = null;
        if (last == null) {
            return;
        }
        try {
            last.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a batch was written", e);
        }
    }

    @Override
    public void close() {
        try {
            await();
        } finally {
            writer.close();
        }
    }
}
