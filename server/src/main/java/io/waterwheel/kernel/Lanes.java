package io.waterwheel.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Does pieces of work a few at a time, each with a connection of its own. Within a transaction, which has but one
/// connection, they are done one after another.
public final class Lanes {

    private Lanes() {}

    /// @param lanes  how many at once; so many pieces, and the next one, are in memory
    /// @param pieces taken as they are needed
    /// @return what became of each, in the order of the pieces
    public static <P, R> List<R> map(int lanes, Iterator<P> pieces, Function<? super P, R> work) {
        List<R> results = new ArrayList<>();
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            pieces.forEachRemaining(piece -> results.add(work.apply(piece)));
            return results;
        }
        Deque<Future<R>> underWay = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("lane").factory())) {
            while (pieces.hasNext()) {
                P piece = pieces.next();
                if (underWay.size() == lanes) {
                    results.add(Outcomes.join(underWay.remove()));
                }
                underWay.add(workers.submit(() -> work.apply(piece)));
            }
            while (!underWay.isEmpty()) {
                results.add(Outcomes.join(underWay.remove()));
            }
        }
        return results;
    }
}
