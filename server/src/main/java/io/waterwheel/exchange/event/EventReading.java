package io.waterwheel.exchange.event;

import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LoggedEvent;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the log on behalf of somebody who wants a part of it.
@Component
public class EventReading {

    private static final int BATCH = 1_000;

    private final EventLog log;

    EventReading(EventLog log) {
        this.log = log;
    }

    /// A piece of the log.
    ///
    /// @param wanted  the events of it that were asked for, in log order
    /// @param through the last position looked at, the same as before when there was nothing
    public record Piece(List<LoggedEvent> wanted, long through) {}

    public Piece after(long position, EventFilter filter) {
        List<LoggedEvent> read = log.read(position, BATCH);
        return read.isEmpty()
                ? new Piece(List.of(), position)
                : new Piece(
                        read.stream().filter(filter::takes).toList(),
                        read.getLast().position());
    }

    /// One event, whose position is known from before; empty when it has been erased since.
    public Optional<LoggedEvent> at(long position) {
        return log.read(position - 1, 1).stream()
                .filter(event -> event.position() == position)
                .findFirst();
    }

    public long end() {
        return log.end();
    }
}
