package io.waterwheel.segment.engine;

import java.time.Instant;
import org.roaringbitmap.RoaringBitmap;

/// Who meets a definition.
///
/// @param customers the caller's own copy
/// @param base      how many customers the brand knows
/// @param dataAt    how new the data is that the answer rests on
public record Members(RoaringBitmap customers, long base, Instant dataAt) {}
