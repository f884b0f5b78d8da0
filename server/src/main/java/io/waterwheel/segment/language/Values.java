package io.waterwheel.segment.language;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The values of a comparison.
final class Values {

    static final int LONGEST = 500;

    private Values() {}

    /// @throws InvalidCondition when they are too many or too few, or cannot be compared in this way
    static void check(Operator operator, List<String> values, ValueType type) {
        switch (operator) {
            case EXISTS, NOT_EXISTS -> InvalidCondition.when(!values.isEmpty(), "/values", Fault.NO_VALUES);
            case IS, IS_NOT, AT_LEAST, AT_MOST -> InvalidCondition.when(values.size() != 1, "/values", Fault.ONE_VALUE);
            case IN, NOT_IN, CONTAINS, CONTAINS_NONE, HAS_ALL ->
                InvalidCondition.when(values.isEmpty(), "/values", Fault.SOME_VALUES);
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String place = "/values/" + i;
            checkText(value, place);
            type.check(value, operator, place);
        }
    }

    /// What any text that is compared must be.
    static void checkText(String value, String place) {
        InvalidCondition.when(FoldedText.of(value).isEmpty(), place, Fault.BLANK);
        InvalidCondition.when(value.length() > LONGEST, place, Fault.TOO_LONG, LONGEST);
    }

    /// Folded, sorted, and each told once.
    static Set<String> folded(List<String> values) {
        Set<String> folded = new TreeSet<>();
        values.forEach(value -> folded.add(FoldedText.of(value)));
        return new LinkedHashSet<>(folded);
    }
}
