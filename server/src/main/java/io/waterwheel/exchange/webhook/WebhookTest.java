package io.waterwheel.exchange.webhook;

import org.jspecify.annotations.Nullable;

/// How a trial message fared.
///
/// @param status the HTTP status of the answer, null when there was none
public record WebhookTest(
        boolean delivered,
        @Nullable Failure failure,
        @Nullable Integer status) {}
