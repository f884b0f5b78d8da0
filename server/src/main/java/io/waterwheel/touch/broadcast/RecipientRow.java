package io.waterwheel.touch.broadcast;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of one person.
///
/// @param state  pending, sent, delivered, failed, unknown, cancelled, holdout or suppressed
/// @param reason a code such as `no-consent`, null when nothing needs a reason
public record RecipientRow(
        CustomerNo customerNo,
        @Nullable String name,
        String state,
        @Nullable String reason,
        @Nullable String guide,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant clickedAt) {}
