package io.waterwheel.exchange.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address that is told by HTTP of what happens.
///
/// @param events        names of the events it wants, empty for all
/// @param personalData  whether it gets sealed values in plain text
/// @param behind        how much of the log it has not been told of yet
/// @param delivered     how many events it has taken
/// @param attempts      how often the next event has been tried
/// @param failingSince  since when nothing could be delivered, null while all is well
/// @param failure       why the last try failed
/// @param failureStatus the HTTP status of that answer, null when there was none
/// @param deadLetters   how many events were put aside
public record Webhook(
        long id,
        String name,
        String url,
        List<String> events,
        boolean personalData,
        WebhookState state,
        long behind,
        long delivered,
        @Nullable Instant lastDeliveredAt,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable Instant nextTryAt,
        @Nullable Failure failure,
        @Nullable Integer failureStatus,
        int deadLetters,
        Instant createdAt) {}
