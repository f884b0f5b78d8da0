package io.waterwheel.segment.analysis;

import io.waterwheel.segment.engine.PartKind;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;

/// One part of an attribute's values, in a segment and among all.
///
/// @param from       the value, or where a stretch begins; null when it is open
/// @param to         the value, or where a stretch ends: a day included, a number not; null when it is open
/// @param lift       share of the segment ÷ share of all; null when nobody is in the segment or the part
/// @param definition the customers of the segment who are in it
public record Share(
        PartKind kind,
        @Nullable String from,
        @Nullable String to,
        long inSegment,
        long inAll,
        @Nullable Double lift,
        Condition definition) {}
