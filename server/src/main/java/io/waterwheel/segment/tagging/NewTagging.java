package io.waterwheel.segment.tagging;

import io.waterwheel.customer.TagId;
import org.jspecify.annotations.Nullable;

/// A tag to be put on, or taken off, many customers.
///
/// @param value what the tag carries, absent for a plain one and when it is taken off
public record NewTagging(
        TagId tagId, boolean adding, @Nullable String value, Audience audience) {}
