package io.waterwheel.segment.language;

import java.util.List;
import java.util.Set;

/// What is known of a customer, compared with values.
///
/// `isNot`, `notIn`, `containsNone` and `notExists` are the exact opposites of `is`, `in`, `contains` and `exists`,
/// so they hold for customers of whom nothing is known; `contains`, `atLeast` and `atMost` never do. Text is compared
/// as
/// [FoldedText]; days are the brand's days.
///
/// @param attribute a [StandardAttribute]'s code, or `attributes.` and a name
/// @param values    none for `exists` and `notExists`, one for comparisons, any number for `in`, `notIn`,
/// `contains`, `containsNone`
public record AttributeCondition(String attribute, Operator operator, List<String> values) implements Condition {

    public AttributeCondition {
        values = List.copyOf(values);
        Attribute named = Attribute.named(attribute);
        ValueType type = named.type();
        InvalidCondition.when(
                !type.operators().contains(operator) && !(named.open() && operator.bound()),
                "/operator",
                Fault.OPERATOR_NOT_FOR_TYPE,
                operator.code());
        Values.check(operator, values, type);
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
