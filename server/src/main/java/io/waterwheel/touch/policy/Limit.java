package io.waterwheel.touch.policy;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.Purpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// At most so many messages to one customer since then.
///
/// @param reason what is told to those who have had as many
record Limit(
        Suppressed reason,
        @Nullable ChannelKind channel,
        @Nullable Purpose purpose,
        int most,
        Instant since) {

    /// Whether such a message counts.
    boolean counts(ChannelKind of, Purpose why) {
        return (channel == null || channel == of) && (purpose == null || purpose == why);
    }
}
