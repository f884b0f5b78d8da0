package io.waterwheel.kernel;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/// Waits for work done elsewhere and passes its failure on as it was.
public final class Outcomes {

    private Outcomes() {}

    public static <T> T join(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
