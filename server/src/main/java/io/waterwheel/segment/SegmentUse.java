package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import java.util.List;

/// Tells who stands on a segment, so that it cannot be deleted under them. Modules that use segments answer it.
public interface SegmentUse {

    /// What uses the segment, such as `broadcast/7`; empty when nothing does.
    List<String> of(Brand brand, SegmentId segment);
}
