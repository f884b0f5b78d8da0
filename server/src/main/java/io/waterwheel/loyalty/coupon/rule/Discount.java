package io.waterwheel.loyalty.coupon.rule;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a coupon takes off, to the last minor unit.
///
/// @param lines    of each line that gets some; by the line's name
/// @param shipping of what sending costs
/// @param gift     goods that are given
public record Discount(
        Map<String, Long> lines, long shipping, @Nullable String gift) {

    public static final Discount NOTHING = new Discount(Map.of(), 0, null);

    public Discount {
        // In the basket's order, which `Map.copyOf` would lose.
        lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
    }

    public long amount() {
        return lines.values().stream().mapToLong(Long::longValue).sum() + shipping;
    }

    long of(BasketLine line) {
        return lines.getOrDefault(line.line(), 0L);
    }

    Discount plus(Discount other) {
        Map<String, Long> both = new LinkedHashMap<>(lines);
        other.lines.forEach((line, off) -> both.merge(line, off, Long::sum));
        return new Discount(both, shipping + other.shipping, gift == null ? other.gift : gift);
    }
}
