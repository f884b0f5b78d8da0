package io.waterwheel.touch.broadcast;

import org.roaringbitmap.RoaringBitmap;

/// The two arms of a planned broadcast.
record Planned(RoaringBitmap treated, RoaringBitmap holdout) {}
