package io.waterwheel.customer.consent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of the consent ledger.
///
/// @param channel    a channel's code, or `any` when it was said for all
/// @param at         when the customer decided
/// @param receivedAt when it was written down here
/// @param wording    what the customer was shown or told
/// @param version    of the privacy notice or form
/// @param proof      where the proof lies
/// @param recordedBy who wrote it down for the customer; null when a system reported it
public record ConsentDecision(
        long position,
        String channel,
        String purpose,
        boolean granted,
        Instant at,
        Instant receivedAt,
        String source,
        @Nullable String wording,
        @Nullable String version,
        @Nullable String proof,
        @Nullable String recordedBy) {

    /// Said for every channel.
    public static final String ANY = "any";
}
