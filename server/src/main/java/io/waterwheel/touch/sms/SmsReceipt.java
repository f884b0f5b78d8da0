package io.waterwheel.touch.sms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of one message, as far as the carrier says.
///
/// @param request the batch, as we named it
/// @param outId   the message, as we named it
/// @param code    the provider's, of a message that did not arrive
public record SmsReceipt(
        String request,
        String outId,
        boolean delivered,
        @Nullable String code,
        Instant at) {}
