package io.waterwheel.loyalty.earn;

import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.When;
import java.util.List;

/// How much of an order is left by what rules ask of lines, channel and store; plain Java, the same for the
/// ledger and for looking back.
public final class SoldParts {

    /// What one rule asks.
    private record Asked(List<When.Sold> ofOrder, List<When.Sold> ofLines) {}

    private final List<Asked> rules;

    SoldParts(ProgrammeDefinition programme) {
        this.rules = programme.earn().stream()
                .map(rule -> rule.when().stream()
                        .filter(When.Sold.class::isInstance)
                        .map(When.Sold.class::cast)
                        .toList())
                .map(sold -> new Asked(
                        sold.stream().filter(one -> !one.fact().ofLines()).toList(),
                        sold.stream().filter(one -> one.fact().ofLines()).toList()))
                .toList();
    }

    /// What a rule, and another one too, leave.
    ///
    /// @param other a rule's place as well, or -1
    public long counted(Goods order, int rule, int other) {
        Asked one = rules.get(rule);
        Asked both = other < 0 ? one : rules.get(other);
        if (!sold(order, one) || both != one && !sold(order, both)) {
            return 0;
        }
        if (one.ofLines().isEmpty() && both.ofLines().isEmpty()) {
            return order.amount();
        }
        long lines = 0;
        for (int line = 0; line < order.lines(); line++) {
            if (of(order, line, one) && (both == one || of(order, line, both))) {
                lines += order.lineAmount(line);
            }
        }
        // What was taken off the order is not counted for its lines either.
        return Math.min(lines, order.amount());
    }

    private static boolean sold(Goods order, Asked asked) {
        for (When.Sold one : asked.ofOrder()) {
            if (!order.sold(one)) {
                return false;
            }
        }
        return true;
    }

    private static boolean of(Goods order, int line, Asked asked) {
        for (When.Sold one : asked.ofLines()) {
            if (!order.line(line, one)) {
                return false;
            }
        }
        return true;
    }
}
