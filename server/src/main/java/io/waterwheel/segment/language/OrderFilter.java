package io.waterwheel.segment.language;

import java.util.List;
import java.util.TreeSet;

/// Which orders, or which lines in them, an [OrdersCondition] looks at.
///
/// @param values one or more, compared as [FoldedText]
public record OrderFilter(OrderFact fact, FactOperator operator, List<String> values) {

    public OrderFilter {
        values = List.copyOf(values);
        InvalidCondition.when(values.isEmpty(), "/values", Fault.SOME_VALUES);
        for (int i = 0; i < values.size(); i++) {
            Values.checkText(values.get(i), "/values/" + i);
        }
    }

    /// What a known value must meet; `notIn` holds for every value that does not, and for none.
    public TextMatch match() {
        return TextMatch.of(operator.positive(), values);
    }

    /// Values folded, sorted and told once.
    OrderFilter canonical() {
        TreeSet<String> folded = new TreeSet<>();
        values.forEach(value -> folded.add(FoldedText.of(value)));
        return new OrderFilter(fact, operator, List.copyOf(folded));
    }
}
