package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.BrandId;

/// Names an entry: a key is unique within its brand.
record EntryKey(BrandId brand, String key) {}
