package io.waterwheel.intake.collect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one request holds, read but not judged.
///
/// @param sentAt   by the sender's clock, for events that do not tell
/// @param context  for events that have none of their own
/// @param integrations for events that have none of their own
/// @param writeKey as browsers send it, which cannot set a header
record RawCall(
        byte[] body,
        List<RawEvent> events,
        @Nullable String sentAt,
        @Nullable JsonPart context,
        @Nullable JsonPart integrations,
        @Nullable String writeKey) {}
