package io.waterwheel.exchange.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An event as other systems get it; `docs/events/event-message.schema.json` describes it.
///
/// @param type      what happened: the event's name
/// @param timestamp when it happened
public record EventMessage(String type, Instant timestamp, Data data) {

    /// @param position   its place in the log, which only grows: a reader that remembers it knows what it has
    /// @param key        unique for each event; a reader that meets it again has the event already
    /// @param brand      the brand's key
    /// @param customer   the customer's number; null when it is nobody's
    /// @param properties without personal data, unless the receiver is set up to get it
    /// @param omitted    what was left out of the properties, as JSON pointers
    public record Data(
            long position,
            UUID key,
            String brand,
            @Nullable Integer customer,
            String source,
            String messageId,
            Instant receivedAt,
            JsonNode properties,
            List<String> omitted) {}
}
