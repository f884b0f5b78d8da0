package io.waterwheel.loyalty.coupon.till;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goods of an order come back.
///
/// @param pieces how many of each line; null for all that is left
public record RefundRequest(String order, @Nullable Map<String, Integer> pieces) {}
