package io.waterwheel.customer.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/// Shares work out among the cores.
final class Cores {

    private final int threads;

    Cores(int threads) {
        this.threads = threads;
    }

    /// Each thread takes the next piece until there is none, gathering in a state of its own.
    ///
    /// @return the threads' states; which piece went into which is not said
    <S> List<S> gather(int pieces, Supplier<S> state, ObjIntConsumer<S> work) {
        AtomicInteger next = new AtomicInteger();
        Callable<S> worker = () -> {
            S mine = state.get();
            for (int piece = next.getAndIncrement(); piece < pieces; piece = next.getAndIncrement()) {
                work.accept(mine, piece);
            }
            return mine;
        };
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<java.util.concurrent.Future<S>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(worker));
            }
            List<S> states = new ArrayList<>();
            for (var one : running) {
                states.add(one.get());
            }
            return states;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while linking", e);
        }
    }
}
