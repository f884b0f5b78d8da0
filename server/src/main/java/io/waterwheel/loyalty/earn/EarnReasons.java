package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Why an order or another event brought points, "120 = 60 × 2 silver", and what it would have brought without the
/// caps.
final class EarnReasons {

    private EarnReasons() {}

    static Map<String, String> ofOrder(LiveProgramme programme, Given given, String order, long amount) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("order_id", order);
        values.put(
                "amount",
                BigDecimal.valueOf(amount, programme.brand().fractionDigits()).toPlainString());
        values.put("rule", name(programme, given.rule()));
        values.put("points", Long.toString(given.points()));
        if (!given.multipliers().isEmpty()) {
            values.put("base", Long.toString(given.base()));
            values.put("multiplier", given.factor().toPlainString());
            values.put(
                    "because",
                    given.multipliers().stream()
                            .map(rule -> name(programme, rule))
                            .collect(Collectors.joining("、")));
        }
        putCap(given, values);
        return values;
    }

    static Map<String, String> ofEvent(LiveProgramme programme, Given given) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("rule", name(programme, given.rule()));
        putCap(given, values);
        return values;
    }

    private static void putCap(Given given, Map<String, String> values) {
        if (given.capped()) {
            values.put("full", Long.toString(given.full()));
        }
    }

    private static String name(LiveProgramme programme, int rule) {
        return programme.definition().earn().get(rule).name();
    }
}
