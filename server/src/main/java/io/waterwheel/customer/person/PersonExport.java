package io.waterwheel.customer.person;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A copy of one person's data, and where it stands.
///
/// @param jobId     the work that makes it
/// @param expiresAt when it is removed; absent while it is being made
/// @param bytes     of the archive; absent while it is being made
/// @param downloads how often it was fetched
public record PersonExport(
        String id,
        String reason,
        State state,
        @Nullable String jobId,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant readyAt,
        @Nullable Instant expiresAt,
        @Nullable Long bytes,
        int downloads) {

    public enum State {
        @JsonProperty("making")
        MAKING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("expired")
        EXPIRED
    }
}
