package io.waterwheel.loyalty.coupon.life;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a coupon was used for an order.
///
/// @param lines    what it takes off each line, in minor units
/// @param pieces   how many pieces each line of the order has
/// @param shipping what it takes off the sending
/// @param gift     goods given
/// @param back     how many pieces of each line came back
public record CouponUse(
        Map<String, Long> lines,
        Map<String, Integer> pieces,
        long shipping,
        @Nullable String gift,
        Map<String, Integer> back) {

    public CouponUse with(Map<String, Integer> all) {
        return new CouponUse(lines, pieces, shipping, gift, all);
    }

    /// Whether everything bought with it came back: the lines it made cheaper, or all lines where it made none
    /// cheaper.
    public boolean over(Map<String, Integer> all) {
        return pieces.entrySet().stream()
                .filter(line -> lines.isEmpty() || lines.containsKey(line.getKey()))
                .allMatch(line -> all.getOrDefault(line.getKey(), 0) >= line.getValue());
    }
}
