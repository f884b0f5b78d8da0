package io.waterwheel.touch.broadcast;

import org.roaringbitmap.RoaringBitmap;

/// The two arms of a planned broadcast.
///
/// @param units how many times the messages to the treated are charged
record Planned(RoaringBitmap treated, RoaringBitmap holdout, long units) {}
