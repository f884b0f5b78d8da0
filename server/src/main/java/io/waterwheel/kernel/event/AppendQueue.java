package io.waterwheel.kernel.event;

import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.KnownKeys.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where callers queue for the log's one writer: one thread asks which of their events are known, another has what has
/// gathered written, so that neither waits for the other.
final class AppendQueue {

    private static final Logger log = LoggerFactory.getLogger(AppendQueue.class);

    private static final int BATCH_MOST = 8_000;
    private static final int PIECE_MOST = 2_000;

    /// Of a batch as it is written, which is held a second time in the database's format.
    private static final long BATCH_BYTES_MOST = 16 << 20;

    /// How long callers come together while the writer is busy anyway.
    private static final Duration GATHER = Duration.ofMillis(5);

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<Gathered> asked = new LinkedBlockingQueue<>();
    private final DSLContext database;
    private final Writing writing;
    private volatile boolean busy;
    private volatile boolean running;
    private @Nullable Thread writer;

    AppendQueue(DSLContext database, Writing writing) {
        this.database = database;
        this.writing = writing;
    }

    /// What is done with a batch.
    @FunctionalInterface
    interface Writing {
        /// All or nothing.
        ///
        /// @return how each event fared
        List<Appended> write(List<EventWriter.Piece> batch);
    }

    /// What stands in a queue.
    private interface Queued {

        int count();

        /// What its events take on the heap.
        long bytes();
    }

    /// A caller, with what can be made of its events before it is their turn: the writer is one for all.
    private record Waiting(
            List<NewEvent> events, List<UUID> keys, long bytes, CompletableFuture<List<Appended>> outcome)
            implements Queued {

        static Waiting of(List<NewEvent> events) {
            return new Waiting(
                    List.copyOf(events), EventKey.of(events), WaitingRoom.size(events), new CompletableFuture<>());
        }

        @Override
        public int count() {
            return events.size();
        }
    }

    private record Gathered(List<Waiting> callers, EventWriter.Piece piece, long bytes) implements Queued {

        static Gathered of(List<Waiting> callers, Asked asked) {
            List<NewEvent> events = new ArrayList<>();
            List<UUID> keys = new ArrayList<>();
            long bytes = 0;
            for (Waiting caller : callers) {
                events.addAll(caller.events);
                keys.addAll(caller.keys);
                bytes += caller.bytes;
            }
            return new Gathered(callers, new EventWriter.Piece(events, keys, asked), bytes);
        }

        @Override
        public int count() {
            return piece.events().size();
        }
    }

    /// @return how the events fared, once they are durable
    CompletableFuture<List<Appended>> add(List<NewEvent> events) {
        Waiting waiting = Waiting.of(events);
        queue.add(waiting);
        return waiting.outcome;
    }

    boolean isRunning() {
        return running;
    }

    void start() {
        running = true;
        Thread asker = Thread.ofPlatform().name("event-asker").start(this::askLoop);
        writer = Thread.ofPlatform().name("event-writer").start(() -> writeLoop(asker));
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

    private void askLoop() {
        while (running || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Waiting> callers = new ArrayList<>();
                    callers.add(first);
                    gather(queue, callers, PIECE_MOST);
                    asked.add(Gathered.of(callers, ask(callers)));
                    if (busy) {
                        Thread.sleep(GATHER);
                    }
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Asked ask(List<Waiting> callers) {
        try {
            return KnownKeys.ask(
                    database,
                    callers.stream().flatMap(caller -> caller.keys.stream()).toList());
        } catch (RuntimeException e) {
            // The writer will ask again, and tell the callers if that fails too.
            return Asked.NOTHING;
        }
    }

    private void writeLoop(Thread asker) {
        while (asker.isAlive() || !asked.isEmpty()) {
            try {
                Gathered first = asked.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    List<Gathered> batch = new ArrayList<>();
                    batch.add(first);
                    gather(asked, batch, BATCH_MOST);
                    busy = true;
                    commit(batch);
                    busy = false;
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Takes from the queue what is there, as long as it is not too much together.
    private static <T extends Queued> void gather(LinkedBlockingQueue<T> queue, List<T> gathered, int most) {
        int count = gathered.getFirst().count();
        long bytes = gathered.getFirst().bytes();
        for (T next = queue.peek(); next != null; next = queue.peek()) {
            count += next.count();
            bytes += next.bytes();
            if (count > most || bytes > BATCH_BYTES_MOST) {
                return;
            }
            gathered.add(queue.remove());
        }
    }

    private void commit(List<Gathered> batch) {
        List<Appended> outcomes;
        try {
            outcomes = writing.write(batch.stream().map(Gathered::piece).toList());
        } catch (RuntimeException e) {
            refuse(batch, e);
            return;
        }
        int from = 0;
        for (Gathered gathered : batch) {
            for (Waiting caller : gathered.callers) {
                int to = from + caller.events.size();
                caller.outcome.complete(outcomes.subList(from, to));
                from = to;
            }
        }
    }

    /// One caller's bad event must not cost the others theirs: each is tried alone, and only the one at fault is
    /// refused.
    private void refuse(List<Gathered> batch, RuntimeException failure) {
        List<Waiting> callers =
                batch.stream().flatMap(gathered -> gathered.callers.stream()).toList();
        if (callers.size() == 1) {
            Waiting caller = callers.getFirst();
            log.warn("event.append refused size={}", caller.events.size(), failure);
            caller.outcome.completeExceptionally(WriteFailure.explain(failure));
        } else {
            callers.forEach(caller -> commit(List.of(Gathered.of(List.of(caller), Asked.NOTHING))));
        }
    }
}
