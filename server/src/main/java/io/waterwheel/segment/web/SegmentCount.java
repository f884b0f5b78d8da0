package io.waterwheel.segment.web;

import io.waterwheel.kernel.Text;
import java.time.Instant;

/// How many customers meet a definition.
///
/// @param base    all customers the brand knows
/// @param dataAt  the newest data the answer rests on
/// @param millis  how long it took
/// @param reading what was asked, in words
record SegmentCount(long count, long base, Instant dataAt, long millis, Text reading) {}
