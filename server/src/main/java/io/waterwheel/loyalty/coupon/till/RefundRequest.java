package io.waterwheel.loyalty.coupon.till;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Goods of an order come back.
///
/// @param store  whose order it is, where the goods come back to another store; null for the till's own
/// @param pieces how many of each line; null for all that is left
public record RefundRequest(
        String order, @Nullable String store, @Nullable Map<String, Integer> pieces) {}
