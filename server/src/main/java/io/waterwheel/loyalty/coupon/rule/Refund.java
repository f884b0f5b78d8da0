package io.waterwheel.loyalty.coupon.rule;

import java.util.LinkedHashMap;
import java.util.Map;

/// What of a coupon belongs to goods that come back. However an order comes back, in one piece or many, the
/// shares of all pieces add up to what the coupon took off.
public final class Refund {

    private Refund() {}

    /// @param off    what the coupon took off the line
    /// @param pieces how many the line had
    /// @param before how many of them had come back
    /// @param now    how many come back now
    /// @return what of `off` belongs to those that come back now
    /// @throws IllegalArgumentException for more pieces than there were
    public static long share(long off, int pieces, int before, int now) {
        if (now < 0 || before < 0 || before + (long) now > pieces) {
            throw new IllegalArgumentException("of %d pieces %d came back and %d more".formatted(pieces, before, now));
        }
        return Shares.portion(off, before + now, pieces) - Shares.portion(off, before, pieces);
    }

    /// The pieces that have come back after `now` has.
    public static Map<String, Integer> sum(Map<String, Integer> before, Map<String, Integer> now) {
        Map<String, Integer> all = new LinkedHashMap<>(before);
        now.forEach((line, pieces) -> all.merge(line, pieces, Integer::sum));
        return all;
    }
}
