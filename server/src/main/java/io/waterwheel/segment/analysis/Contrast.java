package io.waterwheel.segment.analysis;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.engine.PartKind;
import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;

/// A part of an attribute's values that is commoner in one of two segments.
///
/// @param from       as in [Share]
/// @param to         as in [Share]
/// @param lift       share of the left ÷ share of the right; null when nobody of the right is in it
/// @param definition all customers who are in it
public record Contrast(
        String attribute,
        Text label,
        PartKind kind,
        @Nullable String from,
        @Nullable String to,
        long inLeft,
        long inRight,
        long inAll,
        @Nullable Double lift,
        Condition definition) {}
