package io.waterwheel.segment.saved;

import io.waterwheel.segment.SegmentId;

/// A segment that a customer is in.
public record SegmentOfCustomer(SegmentId id, String name) {}
