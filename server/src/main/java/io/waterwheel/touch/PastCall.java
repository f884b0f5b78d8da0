package io.waterwheel.touch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call that was made, or may have been.
///
/// @param key        the call's own, where it has one: see [Call#key]
/// @param messageKey the channel's name for it, null while unknown
/// @param mark       the short link in its text, null when there was none
public record PastCall(
        String key,
        @Nullable String messageKey,
        @Nullable String sender,
        @Nullable String mark,
        Instant calledAt) {}
