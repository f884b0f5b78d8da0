package io.waterwheel.wecom.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message to groups and how far it is.
///
/// @param state     planned, sending, done or cancelled
/// @param groups    to how many it goes
/// @param waiting   how many of these wait: to be sent, or for their owner
/// @param confirmed how many have it
/// @param failed    how many will not have it
public record GroupSend(
        String id,
        String name,
        String words,
        boolean byHand,
        String state,
        int groups,
        int waiting,
        int confirmed,
        int failed,
        int cancelled,
        Instant startAt,
        Instant dueAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt) {}
