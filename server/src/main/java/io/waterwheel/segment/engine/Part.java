package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;

/// Some of the values an attribute may have.
///
/// @param from       the value, or the first of a range; null when the range is open or there is none
/// @param to         the value, or the end of a range; null when the range is open or there is none
/// @param definition who is in it, as anybody could ask for them
public record Part(
        PartKind kind, @Nullable String from, @Nullable String to, Condition definition) {}
