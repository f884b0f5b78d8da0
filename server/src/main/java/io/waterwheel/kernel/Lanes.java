package io.waterwheel.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Does pieces of work a few at a time, each with a connection of its own. Within a transaction, which has but one
/// connection, they are done one after another.
public final class Lanes {

    private Lanes() {}

    /// @return what became of each, in the order of the pieces
    /// @see #each
    public static <P, R> List<R> map(int lanes, Iterator<P> pieces, Function<? super P, R> work) {
        List<R> results = new ArrayList<>();
        each(lanes, pieces, work, results::add);
        return results;
    }

    /// Does the pieces while the caller's thread takes what became of those before, in their order.
    ///
    /// @param lanes  how many at once; so many pieces, and one more, are in memory
    /// @param pieces taken as they are needed
    public static <P, R> void each(
            int lanes, Iterator<P> pieces, Function<? super P, R> work, Consumer<? super R> results) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pieces.forEachRemaining(piece -> results.accept(work.apply(piece)));
            return;
        }
        Deque<Future<R>> underWay = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("lane").factory())) {
            while (pieces.hasNext() && underWay.size() < lanes) {
                underWay.add(begin(workers, pieces.next(), work));
            }
            while (!underWay.isEmpty()) {
                R result = Outcomes.join(underWay.remove());
                if (pieces.hasNext()) {
                    underWay.add(begin(workers, pieces.next(), work));
                }
                results.accept(result);
            }
        }
    }

    private static <P, R> Future<R> begin(ExecutorService workers, P piece, Function<? super P, R> work) {
        return workers.submit(() -> work.apply(piece));
    }
}
