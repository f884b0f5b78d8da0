package io.waterwheel.segment.web;

/// Whether who enters and leaves a segment becomes events.
record SegmentFeed(boolean on) {}
