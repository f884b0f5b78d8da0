package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.ByteRoom;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.generated.tables.records.EventRecord;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// The log on one machine: callers queue, one thread asks which of their events are known, another commits what has
/// gathered, and one fsync acknowledges them all.
@Component
class PostgresEventLog implements EventLog, LogRewriting, SmartLifecycle {

    private static final int RETRY_SECONDS = 2;

    private final EventWriter writer;
    private final SubjectResolver subjects;
    private final DSLContext database;
    private final LogSignal signal;
    private final KnownKeys known = new KnownKeys();
    private final LogTail tail = new LogTail();
    private final ReentrantLock writing = new ReentrantLock();
    private final WaitingRoom room;
    private final AppendQueue queue;

    PostgresEventLog(
            EventWriter writer, SubjectResolver subjects, DSLContext database, LogSignal signal, WaitingRoom room) {
        this.writer = writer;
        this.subjects = subjects;
        this.database = database;
        this.signal = signal;
        this.room = room;
        this.queue = new AppendQueue(database, this::write);
    }

    @Override
    public List<Appended> append(List<NewEvent> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        // Beyond it a caller is told to come back rather than let memory grow.
        ByteRoom.Place place = !queue.isRunning() ? null : room.enter(events, 1_000L * RETRY_SECONDS);
        if (place == null) {
            throw new Problem(KernelProblem.OVERLOADED).with("seconds", RETRY_SECONDS);
        }
        try (place) {
            return queue.add(events).join();
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

    /// The tail gets a batch after its transaction: whoever rewrites the log must not come in between.
    @Override
    public <T> T alone(Function<DSLContext, T> work) {
        writing.lock();
        try {
            T result = writer.alone(work);
            tail.clear();
            known.forget();
            signal.appended(end());
            return result;
        } finally {
            writing.unlock();
        }
    }

    private List<Appended> write(List<EventWriter.Piece> pieces) {
        writing.lock();
        try {
            EventWriter.Batch written = writer.write(pieces, known);
            if (!written.logged().isEmpty()) {
                long end = written.logged().getLast().position();
                known.wrote(written.logged().getFirst().position() - 1, end, written.keys());
                tail.add(written.logged());
                signal.appended(end);
            }
            return written.outcomes();
        } finally {
            writing.unlock();
        }
    }

    @Override
    public void start() {
        queue.start();
    }

    @Override
    public void stop() {
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return queue.isRunning();
    }

    /// Runs before the web server takes requests and stops after it.
    @Override
    public int getPhase() {
        return 0;
    }
}
