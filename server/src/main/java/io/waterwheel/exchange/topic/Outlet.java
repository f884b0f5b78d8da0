package io.waterwheel.exchange.topic;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic to which a brand's events flow.
///
/// @param connection   without the password
/// @param events       names of the events that flow, empty for all
/// @param personalData whether sealed values flow in plain text
/// @param behind       how much of the log has not been looked at yet
/// @param sent         how many events the brokers have acknowledged
/// @param failingSince since when nothing flows although it should, null while all is well
public record Outlet(
        long id,
        String name,
        KafkaConnection connection,
        String topic,
        List<String> events,
        boolean personalData,
        FlowState state,
        long behind,
        long sent,
        @Nullable Instant lastSentAt,
        int attempts,
        @Nullable Instant failingSince,
        @Nullable Instant nextTryAt,
        @Nullable KafkaFailure failure,
        Instant createdAt) {}
