package io.waterwheel.touch.broadcast;

import io.waterwheel.kernel.Outcomes;
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
        if (last != null) {
            Outcomes.join(last);
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
