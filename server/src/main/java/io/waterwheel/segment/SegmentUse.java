package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import java.util.List;
import java.util.Optional;

/// Tells who stands on a segment, so that it cannot be deleted under them. Modules that use segments answer it.
public interface SegmentUse {

    /// What uses the segment, such as `broadcast/7`; empty when nothing does.
    List<String> of(Brand brand, SegmentId segment);

    /// What a person calls one of its own users; empty for those of others.
    default Optional<String> name(Brand brand, String user) {
        return Optional.empty();
    }

    /// The id of a user of that kind, such as `7` of `broadcast/7`.
    static Optional<String> id(String user, String kind) {
        return user.startsWith(kind + "/") ? Optional.of(user.substring(kind.length() + 1)) : Optional.empty();
    }
}
