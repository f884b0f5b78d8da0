package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;

/// Something known of a customer.
public sealed interface Attribute permits StandardAttribute, CustomAttribute {

    /// Finds the attribute a definition names.
    ///
    /// @throws InvalidCondition when there is none of that name
    static Attribute named(String code) {
        if (code.startsWith(CustomAttribute.PREFIX)) {
            return new CustomAttribute(code.substring(CustomAttribute.PREFIX.length()));
        }
        for (StandardAttribute attribute : StandardAttribute.values()) {
            if (attribute.code().equals(code)) {
                return attribute;
            }
        }
        throw new InvalidCondition("/attribute", Fault.UNKNOWN_ATTRIBUTE, "");
    }

    /// The name in a definition.
    String code();

    Text label();

    ValueType type();

    /// Whether a value may turn out to be a number or a day, because the brand's own systems fill it.
    boolean open();
}
