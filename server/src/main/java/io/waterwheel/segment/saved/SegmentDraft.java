package io.waterwheel.segment.saved;

import io.waterwheel.segment.language.Condition;
import org.jspecify.annotations.Nullable;

/// What a person wants a segment to be, checked.
public record SegmentDraft(String name, @Nullable String description, Condition definition) {}
