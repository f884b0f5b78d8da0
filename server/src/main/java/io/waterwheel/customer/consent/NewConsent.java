package io.waterwheel.customer.consent;

import io.waterwheel.customer.ConsentPurpose;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A decision a person writes down for a customer.
///
/// @param channel a channel's code; absent: all channels
/// @param at      when the customer decided; absent: now
/// @param wording what the customer was shown or told
/// @param version of the privacy notice or form
/// @param proof   where the proof lies: a form number, a recording, a page address
public record NewConsent(
        @Nullable String channel,
        ConsentPurpose purpose,
        boolean granted,
        @Nullable Instant at,
        @Nullable String wording,
        @Nullable String version,
        @Nullable String proof) {}
