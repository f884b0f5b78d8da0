package io.waterwheel.wecom.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What became of a send in one group.
///
/// @param state  planned, created (it waits for the owner), confirmed, failed or cancelled
/// @param reason a code; null when nothing needs a reason
/// @param words  why it waits or failed, in the caller's language
public record GroupSendRow(
        String chatId,
        String name,
        String owner,
        @Nullable String ownerName,
        int customers,
        String state,
        @Nullable String reason,
        @Nullable String words,
        @Nullable Instant at) {}
