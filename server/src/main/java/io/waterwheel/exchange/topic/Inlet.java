package io.waterwheel.exchange.topic;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A topic from which a source's events come.
///
/// @param source       the source's name, which stands in its events
/// @param connection   without the password
/// @param group        under which Kafka keeps how far it is read
/// @param records      how many were read
/// @param refused      how many events are in quarantine
/// @param lag          records not yet read, null before the first look
/// @param checkedAt    when that was looked at
/// @param failingSince since when nothing is read although it should, null while all is well
public record Inlet(
        long id,
        long sourceId,
        String source,
        KafkaConnection connection,
        String topic,
        String group,
        FlowState state,
        long records,
        long refused,
        @Nullable Long lag,
        @Nullable Instant lastRecordAt,
        @Nullable Instant checkedAt,
        @Nullable Instant failingSince,
        @Nullable KafkaFailure failure,
        Instant createdAt) {}
