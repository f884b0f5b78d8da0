package io.waterwheel.wecom.moment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment and how far it is.
///
/// @param state     planned, sending, done, failed or cancelled
/// @param why       what it waits for or why it failed, in the caller's language; null when nothing needs
///                  saying
/// @param guides    how many are to publish it
/// @param waiting   how many of these have not
/// @param published how many have
/// @param failed    how many will not
/// @param people    different customers' accounts who can see it: a friend of two guides counts once
@Schema(name = "Moment")
public record MomentRow(
        String id,
        String name,
        String words,
        String state,
        @Nullable String why,
        int tags,
        int guides,
        int waiting,
        int published,
        int failed,
        int cancelled,
        int people,
        Instant startAt,
        Instant dueAt,
        Instant createdAt,
        String createdBy,
        @Nullable Instant endedAt) {}
