package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Which events the log has already. Asked while earlier ones are still being written, so that the writer need not
/// wait for the answer; what it wrote since is remembered here.
final class KnownKeys {

    /// More than is ever written between question and answer.
    private static final int REMEMBERED_MOST = 100_000;

    private final ArrayDeque<Written> written = new ArrayDeque<>();
    private int remembered;

    /// @param known those of the keys asked for that the log had
    /// @param asOf  the last position it had then
    record Asked(Set<UUID> known, long asOf) {

        /// Nothing was asked.
        static final Asked NOTHING = new Asked(Set.of(), -1);
    }

    /// @param after the log's end before
    /// @param end   the log's end with these
    private record Written(long after, long end, Set<UUID> keys) {}

    /// Asks the database. One statement, because keys and end must be of one moment.
    static Asked ask(DSLContext database, Collection<UUID> keys) {
        return database.select(
                        DSL.field(DSL.select(DSL.coalesce(DSL.max(EVENT.POSITION), 0L))
                                .from(EVENT)),
                        DSL.array(DSL.select(EVENT.KEY)
                                .from(EVENT)
                                .where(EVENT.KEY.eq(DSL.any(keys.toArray(UUID[]::new))))))
                .fetchSingle(row -> new Asked(new HashSet<>(Arrays.asList(row.value2())), row.value1()));
    }

    /// Those of the keys that the log has.
    ///
    /// @param asked what it had of them some time ago
    /// @param end   the log's end, which nobody else moves until the transaction ends
    synchronized Set<UUID> known(DSLContext transaction, Collection<UUID> keys, Asked asked, long end) {
        if (!remembers(asked.asOf, end)) {
            return ask(transaction, keys).known;
        }
        Set<UUID> known = new HashSet<>(asked.known);
        for (Written batch : written) {
            if (batch.end > asked.asOf) {
                keys.stream().filter(batch.keys::contains).forEach(known::add);
            }
        }
        return known;
    }

    /// Whether all that was written between is remembered, and nobody else wrote.
    private boolean remembers(long after, long end) {
        return after == end
                || (!written.isEmpty() && written.getFirst().after <= after && written.getLast().end == end);
    }

    /// Remembers a batch that was committed.
    synchronized void wrote(long after, long end, Set<UUID> keys) {
        if (!written.isEmpty() && written.getLast().end != after) {
            forget();
        }
        written.addLast(new Written(after, end, keys));
        remembered += keys.size();
        while (remembered > REMEMBERED_MOST) {
            remembered -= written.removeFirst().keys.size();
        }
    }

    /// What was written does not count any more.
    synchronized void forget() {
        written.clear();
        remembered = 0;
    }
}
