package io.waterwheel.intake.quarantine;

import org.jspecify.annotations.Nullable;

/// An event in quarantine with its text.
///
/// @param body     as it came or was corrected; null when it is no longer kept, or is no JSON and was not asked for
///                 with its personal values
/// @param envelope what stood around it in its batch, which is judged with it
/// @param personal whether personal values stand in it as they are
public record OpenedEvent(
        QuarantinedEvent event,
        @Nullable String body,
        @Nullable String envelope,
        boolean personal) {}
