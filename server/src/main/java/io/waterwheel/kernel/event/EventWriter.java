package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.SubjectResolver.Resolution;
import io.waterwheel.kernel.event.SubjectResolver.Resolved;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Writes one batch of events in one transaction: leaves out what is known, names the customers, appends, projects.
@Component
class EventWriter {

    /// Writers of all nodes take this lock, so that positions are handed out in commit order.
    private static final long WRITER_LOCK = 0x5761_7465_72L;

    private static final String COLUMNS =
            "kernel.event (position, key, brand_id, customer_no, name, at, received_at, source, message_id, identified_by, properties, context)";

    private final DSLContext database;
    private final SubjectResolver subjects;
    private final Redaction redaction;
    private final List<Projection> projections;
    private final InstantSource clock;

    EventWriter(
            DSLContext database,
            SubjectResolver subjects,
            Redaction redaction,
            List<Projection> projections,
            InstantSource clock) {
        this.database = database;
        this.subjects = subjects;
        this.redaction = redaction;
        this.projections = projections;
        this.clock = clock;
    }

    /// @param outcomes how each event fared, in the order given
    /// @param logged   those that were new, in log order
    /// @param keys     of those that were new
    record Batch(List<Appended> outcomes, List<LoggedEvent> logged, Set<UUID> keys) {}

    /// @param keys  of the events, each as of [EventKey]
    /// @param asked what the log had of them a moment ago
    record Piece(List<NewEvent> events, List<UUID> keys, KnownKeys.Asked asked) {}

    /// All or nothing.
    Batch write(List<Piece> pieces, KnownKeys known) {
        try {
            return database.transactionResult(configuration -> write(DSL.using(configuration), pieces, known));
        } catch (RuntimeException e) {
            subjects.forget();
            projections.forEach(Projection::forget);
            throw e;
        }
    }

    /// Does other work on the log while nothing is appended. What is remembered is forgotten while the lock is still
    /// held, so that the next batch finds what the work left.
    <T> T alone(Function<DSLContext, T> work) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            lock(transaction);
            T result = work.apply(transaction);
            subjects.forget();
            projections.forEach(Projection::forget);
            redaction.forget();
            return result;
        });
    }

    private Batch write(DSLContext transaction, List<Piece> pieces, KnownKeys known) {
        lock(transaction);
        long end = end(transaction);
        Map<UUID, NewEvent> fresh = redacted(transaction, fresh(transaction, pieces, known, end));
        Resolution resolution = subjects.resolve(transaction, List.copyOf(fresh.values()));
        List<LoggedEvent> logged = append(transaction, end, fresh, resolution);
        Map<UUID, Appended> written = LinkedHashMap.newLinkedHashMap(logged.size());
        int index = 0;
        for (UUID key : fresh.keySet()) {
            LoggedEvent event = logged.get(index++);
            written.put(key, new Appended.Written(event.position(), event.customer()));
        }

        Set<UUID> keys = Set.copyOf(written.keySet());
        List<Appended> outcomes = new ArrayList<>();
        for (Piece piece : pieces) {
            for (UUID key : piece.keys()) {
                // A key is answered once as written; the same event again in this batch is a duplicate of it.
                Appended outcome = written.remove(key);
                outcomes.add(outcome == null ? new Appended.Duplicate() : outcome);
            }
        }
        return new Batch(outcomes, logged, keys);
    }

    /// Whoever changes the log or what is made of it in its own transaction holds this lock until it ends.
    static void lock(DSLContext transaction) {
        transaction.execute("select pg_advisory_xact_lock({0})", DSL.inline(WRITER_LOCK));
    }

    private static Map<UUID, NewEvent> fresh(
            DSLContext transaction, List<Piece> pieces, KnownKeys knownKeys, long end) {
        Map<UUID, NewEvent> fresh = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            Set<UUID> known = knownKeys.known(transaction, piece.keys(), piece.asked(), end);
            for (int i = 0; i < piece.keys().size(); i++) {
                UUID key = piece.keys().get(i);
                if (!known.contains(key)) {
                    fresh.putIfAbsent(key, piece.events().get(i));
                }
            }
        }
        return fresh;
    }

    /// Under the keys of the events as they were sent, so that sending one again still changes nothing.
    private Map<UUID, NewEvent> redacted(DSLContext transaction, Map<UUID, NewEvent> fresh) {
        List<NewEvent> redacted = redaction.redact(transaction, List.copyOf(fresh.values()));
        int index = 0;
        for (Map.Entry<UUID, NewEvent> entry : fresh.entrySet()) {
            entry.setValue(redacted.get(index++));
        }
        return fresh;
    }

    private List<LoggedEvent> append(
            DSLContext transaction, long end, Map<UUID, NewEvent> fresh, Resolution resolution) {
        if (fresh.isEmpty()) {
            return List.of();
        }
        List<LoggedEvent> logged = new ArrayList<>(fresh.size());
        CopyRows.stream(transaction, COLUMNS, copy -> {
            Rows rows = new Rows(copy, logged, clock.instant(), end);
            Iterator<@Nullable Resolved> subjects = resolution.subjects().iterator();
            fresh.forEach((key, event) -> rows.add(key, event, subjects.next()));
            for (NewEvent consequence : resolution.consequences()) {
                rows.add(EventKey.of(consequence), consequence, known(consequence.subject()));
            }
        });
        projections.forEach(projection -> projection.apply(transaction, logged));
        return logged;
    }

    /// Appends one event of our own within a transaction that holds the writer's lock.
    ///
    /// @return its position
    long appendOwn(DSLContext transaction, NewEvent event) {
        Resolution resolution = new Resolution(Collections.singletonList(known(event.subject())), List.of());
        return append(transaction, end(transaction), Map.of(EventKey.of(event), event), resolution)
                .getFirst()
                .position();
    }

    private static @Nullable Resolved known(Subject subject) {
        return subject instanceof Subject.Known(CustomerNo customer) ? new Resolved(customer, customer) : null;
    }

    /// Events as rows of the log and as what its readers see.
    private static final class Rows {

        private final CopyRows copy;
        private final List<LoggedEvent> logged;
        private final Instant now;
        private long position;

        Rows(CopyRows copy, List<LoggedEvent> logged, Instant now, long end) {
            this.copy = copy;
            this.logged = logged;
            this.now = now;
            this.position = end;
        }

        void add(UUID key, NewEvent event, @Nullable Resolved subject) {
            position++;
            int bits = IdentifierKinds.bits(event.subject());
            copy.column(position)
                    .column(key.toString())
                    .column(event.brand().value())
                    .column(subject == null ? null : subject.writtenUnder().toString())
                    .column(event.name())
                    .column(event.at())
                    .column(now)
                    .column(event.source())
                    .column(event.messageId())
                    .column(bits)
                    .column(event.properties())
                    .column(event.context())
                    .end();
            logged.add(new LoggedEvent(
                    position,
                    event.brand(),
                    subject == null ? null : subject.writtenUnder(),
                    subject == null ? null : subject.customer(),
                    event.name(),
                    event.at(),
                    now,
                    event.source(),
                    event.messageId(),
                    IdentifierKinds.of(bits),
                    event.properties()));
        }
    }

    static long end(DSLContext database) {
        Long newest = database.select(DSL.max(EVENT.POSITION)).from(EVENT).fetchOneInto(Long.class);
        return newest == null ? 0 : newest;
    }
}
