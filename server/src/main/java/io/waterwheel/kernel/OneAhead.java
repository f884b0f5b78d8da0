package io.waterwheel.kernel;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does one piece of work while the next is being made. All pieces are done by one thread, in order, and only one is
/// ever under way, so memory is bounded; what failed is thrown by the next call, at the latest by [#close].
public final class OneAhead implements AutoCloseable {

    private final ExecutorService thread;
    private Future<?> last = CompletableFuture.completedFuture(null);

    /// @param name of the thread
    public OneAhead(String name) {
        this.thread =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    /// Waits for the piece before and hands this one over.
    public void then(Runnable piece) {
        await();
        last = thread.submit(piece);
    }

    /// Waits for the last piece.
    public void await() {
        Future<?> underWay = last;
        last = CompletableFuture.completedFuture(null);
        Outcomes.join(underWay);
    }

    @Override
    public void close() {
        try {
            await();
        } finally {
            thread.close();
        }
    }
}
