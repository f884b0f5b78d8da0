package io.waterwheel.segment.size;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a segment's size.
///
/// @param feed   whether who enters and leaves is told to the log, and by it to webhooks and topics
/// @param nextAt when it is evaluated next; null until it is known
/// @param days   those with an evaluation, the oldest first, at most a year
/// @param newest the last fifty evaluations, the newest first
public record SizeOverTime(boolean feed, @Nullable Instant nextAt, List<SizeOfDay> days, List<Evaluation> newest) {}
