package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// One property of an event, compared with values. A property may be a list: see [Operator].
///
/// `isNot`, `notIn`, `containsNone` and `notExists` are the exact opposites of `is`, `in`, `contains` and `exists`,
/// so they hold for an event without the property.
///
/// @param property its path, such as `category`, `address.city`, `products[].category`
/// @param values   none for `exists` and `notExists`, one for `is`, `isNot`, `atLeast`, `atMost`, any number otherwise
@Schema(name = "PropertyFilter")
public record PropertyFilter(String property, Operator operator, List<String> values) {

    static final int LONGEST_PATH = 300;

    public PropertyFilter {
        values = List.copyOf(values);
        checkPath(property);
        Values.check(operator, values, ValueType.NUMBER);
    }

    static void checkPath(String property) {
        InvalidCondition.when(property.isBlank(), "/property", Fault.BLANK);
        InvalidCondition.when(property.length() > LONGEST_PATH, "/property", Fault.TOO_LONG, LONGEST_PATH);
    }

    /// Whether it is asked as the opposite of another.
    public boolean negative() {
        return switch (operator) {
            case IS_NOT, NOT_IN, CONTAINS_NONE, NOT_EXISTS -> true;
            case IS, IN, HAS_ALL, CONTAINS, AT_LEAST, AT_MOST, EXISTS -> false;
        };
    }

    /// The filter without its "not".
    public PropertyFilter positive() {
        return switch (operator) {
            case IS_NOT, NOT_IN -> new PropertyFilter(property, Operator.IN, values);
            case CONTAINS_NONE -> new PropertyFilter(property, Operator.CONTAINS, values);
            case NOT_EXISTS -> new PropertyFilter(property, Operator.EXISTS, values);
            case IS, IN, HAS_ALL, CONTAINS, AT_LEAST, AT_MOST, EXISTS -> this;
        };
    }
}
