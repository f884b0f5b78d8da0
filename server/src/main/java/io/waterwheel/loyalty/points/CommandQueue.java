package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.event.WriteFailure;
import io.waterwheel.kernel.postgres.LostDatabase;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.PointsCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where callers queue for the ledger's one writer, which books whatever has gathered while it wrote the
/// batch before.
final class CommandQueue {

    private static final Logger log = LoggerFactory.getLogger(CommandQueue.class);
    private static final int BATCH_MOST = 4_000;

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Function<List<PointsCommand>, List<Booking>> writing;
    private volatile boolean running;
    private @Nullable Thread writer;

    /// @param writing books a batch, all or nothing
    CommandQueue(Function<List<PointsCommand>, List<Booking>> writing) {
        this.writing = writing;
    }

    private record Waiting(List<PointsCommand> commands, CompletableFuture<List<Booking>> outcome) {}

    CompletableFuture<List<Booking>> add(List<PointsCommand> commands) {
        Waiting waiting = new Waiting(commands, new CompletableFuture<>());
        queue.add(waiting);
        return waiting.outcome;
    }

    boolean isRunning() {
        return running;
    }

    void start() {
        running = true;
        writer = Thread.ofPlatform().name("points-writer").start(this::loop);
    }

    /// Lets those who wait have their answer.
    void stop() {
        running = false;
        Thread stopping = writer;
        writer = null;
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void loop() {
        while (running || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    commit(gather(first));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Waiting> gather(Waiting first) {
        List<Waiting> batch = new ArrayList<>();
        batch.add(first);
        int count = first.commands.size();
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            count += next.commands.size();
            if (count > BATCH_MOST) {
                break;
            }
            batch.add(queue.remove());
        }
        return batch;
    }

    private void commit(List<Waiting> batch) {
        List<Booking> bookings;
        try {
            bookings = writing.apply(
                    batch.stream().flatMap(each -> each.commands.stream()).toList());
        } catch (RuntimeException e) {
            refuse(batch, e);
            return;
        }
        int from = 0;
        for (Waiting each : batch) {
            int to = from + each.commands.size();
            each.outcome.complete(bookings.subList(from, to));
            from = to;
        }
    }

    /// One caller's bad command must not cost the others theirs: each is tried alone. A database that is away
    /// is away for all of them.
    private void refuse(List<Waiting> batch, RuntimeException failure) {
        if (batch.size() == 1 || LostDatabase.behind(failure)) {
            log.warn("points.book refused callers={}", batch.size(), failure);
            RuntimeException told = WriteFailure.explain(failure);
            batch.forEach(each -> each.outcome.completeExceptionally(told));
        } else {
            batch.forEach(each -> commit(List.of(each)));
        }
    }
}
