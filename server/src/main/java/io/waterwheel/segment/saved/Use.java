package io.waterwheel.segment.saved;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Something that stands on a segment or a list.
///
/// @param kind `broadcast`, `tag-rule`, `segment` …
/// @param name what a person calls it, null when that is not known
@Schema(name = "SegmentUse")
public record Use(String kind, String id, @Nullable String name) {

    static Use of(String user, @Nullable String name) {
        int slash = user.indexOf('/');
        return slash < 0 ? new Use(user, "", name) : new Use(user.substring(0, slash), user.substring(slash + 1), name);
    }
}
