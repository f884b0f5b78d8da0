package io.waterwheel.intake.file;

import io.waterwheel.intake.ImportId;
import io.waterwheel.kernel.Outcomes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Does one piece of work while the next is being made. All pieces are done by one thread, in order.
final class OneAhead implements AutoCloseable {

    private final ExecutorService thread;
    private Future<?> last = CompletableFuture.completedFuture(null);

    OneAhead(ImportId id) {
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofVirtual().name("import-" + id).factory());
    }

    /// Waits for the piece before and hands this one over; a failure of the piece before is thrown here.
    void then(Runnable piece) {
        await();
        last = thread.submit(piece);
    }

    void await() {
        Outcomes.join(last);
    }

    @Override
    public void close() {
        thread.close();
    }
}
