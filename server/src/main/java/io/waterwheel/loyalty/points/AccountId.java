package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;

/// Names an account for good.
///
/// @param opened the customer number it was opened under
record AccountId(BrandId brand, CustomerNo opened) {}
