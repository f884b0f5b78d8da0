package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.access.Brand;
import org.jspecify.annotations.Nullable;

/// Where coupons are taken, and by whom.
///
/// @param by    the till's key or the guide's name, for the record
/// @param store the store's id, null for a shop without one
public record Counter(Brand brand, String by, @Nullable String store) {}
