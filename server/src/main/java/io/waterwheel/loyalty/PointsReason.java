package io.waterwheel.loyalty;

import java.util.Map;

/// Why points were booked: a code that both languages have words for, and the values these words need, such as
/// `{"amount": "60.00", "multiplier": "2", "tier": "银卡"}` for "120 = 60 × 2 silver".
///
/// @param code   such as `order`, `refund`, `birthday`; `^[a-z][a-z-]{0,39}$`
/// @param values small; kept with the booking for ever, so nothing personal
public record PointsReason(String code, Map<String, String> values) {

    public PointsReason {
        if (!code.matches("[a-z][a-z-]{0,39}")) {
            throw new IllegalArgumentException("not a reason: " + code);
        }
        values = Map.copyOf(values);
    }

    public static PointsReason of(String code) {
        return new PointsReason(code, Map.of());
    }
}
