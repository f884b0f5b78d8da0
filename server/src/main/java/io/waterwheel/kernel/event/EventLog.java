package io.waterwheel.kernel.event;

import io.waterwheel.kernel.CustomerNo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that happens, on one timeline, in commit order.
///
/// Two implementations carry it: PostgreSQL for one machine, Kafka when it is outgrown; both pass one contract test.
public interface EventLog {

    /// Appends events and returns when they are on disk, customers resolved and projections up to date.
    /// An event whose (brand, source, message id) is already in the log is left out, so a retry changes nothing.
    ///
    /// @return how each event fared, in the order given
    /// @throws io.waterwheel.kernel.problem.Problem `overloaded` when too much is waiting;
    ///         then nothing of this was written
    List<Appended> append(List<NewEvent> events);

    /// Reads on from a position.
    ///
    /// @param after the last position already seen, 0 for the beginning
    /// @return at most `limit` events in log order, empty when there are none yet
    List<LoggedEvent> read(long after, int limit);

    /// The position of the newest event, 0 when there is none.
    long end();

    /// How one event fared.
    sealed interface Appended {

        /// @param customer whose event it became; null for nobody's
        record Written(long position, @Nullable CustomerNo customer) implements Appended {}

        /// It was in the log before.
        record Duplicate() implements Appended {}
    }
}
