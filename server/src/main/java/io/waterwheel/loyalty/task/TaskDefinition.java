package io.waterwheel.loyalty.task;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.segment.language.EventFilter;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be done, and what for.
///
/// @param text       what members read
/// @param link       where it is done, an https address or a page of the mini program; null for none
/// @param event      which events count
/// @param times      how many of them
/// @param withinDays of a task that is done once: they lie within so many times 24 hours; null for any time
/// @param from       what happened before does not count; null for since it was switched on
/// @param until      nor what happened from then on
/// @param fromPages  whether it counts too when a page or an app tells of it, whose write key anybody can read; null
///                   for no
@Schema(name = "TaskDefinition")
public record TaskDefinition(
        String text,
        @Nullable String link,
        EventFilter event,
        int times,
        TaskPer per,
        @Nullable Integer withinDays,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Boolean fromPages,
        Reward reward) {

    boolean counts(Instant at, @Nullable Instant activeFrom) {
        return (activeFrom == null || !at.isBefore(activeFrom))
                && (from == null || !at.isBefore(from))
                && (until == null || at.isBefore(until));
    }

    boolean takesStrangersWord() {
        return Boolean.TRUE.equals(fromPages);
    }
}
