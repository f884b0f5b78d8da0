package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.ByteRoom;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The log on one machine: callers queue, a single writer commits what has gathered, and one fsync acknowledges them
/// all.
@Component
class PostgresEventLog implements EventLog, SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PostgresEventLog.class);

    private static final int BATCH_MOST = 8_000;

    /// Of a batch as it is written, which is held a second time in the database's format.
    private static final long BATCH_BYTES_MOST = 16 << 20;

    private static final int RETRY_SECONDS = 2;

    private final EventWriter writer;
    private final SubjectResolver subjects;
    private final DSLContext database;
    private final LogSignal signal;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final LogTail tail = new LogTail();
    private final WaitingRoom room;
    private volatile @Nullable Thread thread;

    PostgresEventLog(
            EventWriter writer, SubjectResolver subjects, DSLContext database, LogSignal signal, WaitingRoom room) {
        this.writer = writer;
        this.subjects = subjects;
        this.database = database;
        this.signal = signal;
        this.room = room;
    }

    private record Waiting(List<NewEvent> events, CompletableFuture<List<Appended>> outcome) {}

    @Override
    public List<Appended> append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        // Beyond it a caller is told to come back rather than let memory grow.
        ByteRoom.Place place = thread == null ? null : room.enter(events, 1_000L * RETRY_SECONDS);
        if (place == null) {
            throw new Problem(KernelProblem.OVERLOADED).with("seconds", RETRY_SECONDS);
        }
        try (place) {
            Waiting waiting = new Waiting(List.copyOf(events), new CompletableFuture<>());
            queue.add(waiting);
            return waiting.outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    @Override
    public List<LoggedEvent> read(long after, int limit) {
        return tail.read(after, limit).orElseGet(() -> readStored(after, limit));
    }

    private List<LoggedEvent> readStored(long after, int limit) {
        List<EventRecord> rows = database.selectFrom(EVENT)
                .where(EVENT.POSITION.gt(after))
                .orderBy(EVENT.POSITION)
                .limit(limit)
                .fetch();
        Set<CustomerNo> numbers = rows.stream()
                .map(EventRecord::getCustomerNo)
                .filter(Objects::nonNull)
                .map(CustomerNo::new)
                .collect(Collectors.toSet());
        Map<CustomerNo, CustomerNo> customers = subjects.current(database, numbers);
        return rows.stream().map(row -> LoggedEvents.of(row, customers)).toList();
    }

    @Override
    public long end() {
        return EventWriter.end(database);
    }

    private void writeLoop() {
        List<Waiting> batch = new ArrayList<>();
        while (thread != null || !queue.isEmpty()) {
            try {
                Waiting first = queue.poll(200, TimeUnit.MILLISECONDS);
                if (first != null) {
                    gather(first, batch);
                    commit(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void gather(Waiting first, List<Waiting> batch) {
        batch.add(first);
        int size = first.events.size();
        long bytes = WaitingRoom.size(first.events);
        for (Waiting next = queue.peek(); next != null; next = queue.peek()) {
            size += next.events.size();
            bytes += WaitingRoom.size(next.events);
            if (size > BATCH_MOST || bytes > BATCH_BYTES_MOST) {
                return;
            }
            batch.add(queue.remove());
        }
    }

    private void commit(List<Waiting> batch) {
        List<NewEvent> events = batch.size() == 1
                ? batch.getFirst().events
                : batch.stream().flatMap(waiting -> waiting.events.stream()).toList();
        List<Appended> outcomes;
        try {
            EventWriter.Batch written = writer.write(events);
            tail.add(written.logged());
            outcomes = written.outcomes();
        } catch (RuntimeException e) {
            refuse(batch, e);
            return;
        }
        int from = 0;
        for (Waiting waiting : batch) {
            int to = from + waiting.events.size();
            waiting.outcome.complete(outcomes.subList(from, to));
            from = to;
        }
        signal.appended();
    }

    /// One caller's bad event must not cost the others theirs: each is tried alone, and only the one at fault is
    /// refused.
    private void refuse(List<Waiting> batch, RuntimeException failure) {
        if (batch.size() == 1) {
            log.warn("event.append refused size={}", batch.getFirst().events.size(), failure);
            batch.getFirst().outcome.completeExceptionally(WriteFailure.explain(failure));
        } else {
            batch.forEach(waiting -> commit(List.of(waiting)));
        }
    }

    @Override
    public void start() {
        Thread started = Thread.ofPlatform().name("event-writer").unstarted(this::writeLoop);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        Thread stopping = thread;
        thread = null;
        if (stopping != null) {
            try {
                stopping.join(TimeUnit.SECONDS.toMillis(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /// Runs before the web server takes requests and stops after it.
    @Override
    public int getPhase() {
        return 0;
    }
}
