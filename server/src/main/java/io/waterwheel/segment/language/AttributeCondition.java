package io.waterwheel.segment.language;

import java.util.List;
import java.util.Set;

/// What is known of a customer, compared with values.
///
/// `isNot`, `notIn` and `notExists` are the exact opposites of `is`, `in` and `exists`, so they hold for
/// customers of whom nothing is known; `contains`, `atLeast` and `atMost` never do. Text is compared as
/// [FoldedText]; days are the brand's days.
///
/// @param attribute a [StandardAttribute]'s code, or `attributes.` and a name
/// @param values    none for `exists` and `notExists`, one for comparisons, any number for `in`, `notIn`,
/// `contains`
public record AttributeCondition(String attribute, Operator operator, List<String> values) implements Condition {

    static final int LONGEST_VALUE = 500;

    public AttributeCondition {
        values = List.copyOf(values);
        Attribute named = Attribute.named(attribute);
        ValueType type = named.type();
        InvalidCondition.when(
                !type.operators().contains(operator) && !(named.open() && operator.bound()),
                "/operator",
                Fault.OPERATOR_NOT_FOR_TYPE,
                operator.code());
        switch (operator) {
            case EXISTS, NOT_EXISTS -> InvalidCondition.when(!values.isEmpty(), "/values", Fault.NO_VALUES);
            case IS, IS_NOT, AT_LEAST, AT_MOST -> InvalidCondition.when(values.size() != 1, "/values", Fault.ONE_VALUE);
            case IN, NOT_IN, CONTAINS -> InvalidCondition.when(values.isEmpty(), "/values", Fault.SOME_VALUES);
        }
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            String place = "/values/" + i;
            InvalidCondition.when(FoldedText.of(value).isEmpty(), place, Fault.BLANK);
            InvalidCondition.when(value.length() > LONGEST_VALUE, place, Fault.TOO_LONG, LONGEST_VALUE);
            type.check(value, operator, place);
        }
    }

    /// The attribute that is meant.
    public Attribute subject() {
        return Attribute.named(attribute);
    }

    /// Same question, other operator and values.
    AttributeCondition with(Operator other, Set<String> otherValues) {
        return new AttributeCondition(attribute, other, List.copyOf(otherValues));
    }
}
