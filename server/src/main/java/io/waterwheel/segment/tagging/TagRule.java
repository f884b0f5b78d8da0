package io.waterwheel.segment.tagging;

import io.waterwheel.customer.TagId;
import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Condition;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A tag that customers get when they meet a definition, and lose when they no longer do.
///
/// @param value   what the tag carries, null for a plain one
/// @param reading the definition in words
/// @param dueAt   when it runs next: the brand's next night
/// @param met     how many met it at `ranAt`
/// @param added   how many it put the tag on then
/// @param removed how many it took it off then
/// @param problem why the last run failed
public record TagRule(
        String id,
        TagId tagId,
        String tag,
        String group,
        @Nullable String value,
        Condition definition,
        Text reading,
        boolean active,
        Instant dueAt,
        @Nullable Instant ranAt,
        @Nullable Long met,
        @Nullable Long added,
        @Nullable Long removed,
        @Nullable Text problem) {}
