package io.waterwheel.exchange.export;

import io.waterwheel.exchange.event.EventFilter;
import io.waterwheel.exchange.event.EventMessages;
import io.waterwheel.exchange.event.EventReading;
import io.waterwheel.exchange.event.EventReading.Piece;
import io.waterwheel.kernel.event.LoggedEvent;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Every event of a brand.
@Component
class EventContent implements ExportContent {

    private final EventReading events;
    private final EventMessages messages;

    EventContent(EventReading events, EventMessages messages) {
        this.events = events;
        this.messages = messages;
    }

    @Override
    public ExportKind kind() {
        return ExportKind.EVENTS;
    }

    @Override
    public List<ExportColumns> tables() {
        return List.of(ExportColumns.EVENTS);
    }

    @Override
    public long end() {
        return events.end();
    }

    @Override
    public long write(Wanted wanted, long after, long end, ExportTables out) throws SQLException {
        Piece piece = events.after(after, new EventFilter(wanted.brand().id(), Set.of()));
        for (LoggedEvent event : piece.wanted()) {
            if (event.position() <= end && wanted.range().holds(event.at())) {
                out.row(ExportColumns.EVENTS)
                        .add(event.position())
                        .add(event.key().toString())
                        .add(
                                event.customer() == null
                                        ? null
                                        : Integer.valueOf(event.customer().value()))
                        .add(event.name())
                        .add(event.at())
                        .add(event.receivedAt())
                        .add(event.source())
                        .add(event.messageId())
                        .add(messages.properties(event, wanted.personalData()))
                        .end();
            }
        }
        return Math.min(end, piece.through());
    }
}
