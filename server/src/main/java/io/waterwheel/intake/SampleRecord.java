package io.waterwheel.intake;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One record as it would come in.
///
/// @param what  an event's name, or the kind of file
/// @param at    when it happened, null for what has no time
/// @param facts what it says; identifiers are masked
public record SampleRecord(String what, @Nullable Instant at, Map<String, String> facts) {}
