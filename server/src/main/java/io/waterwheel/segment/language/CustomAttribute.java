package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;

/// An attribute that the brand's own systems send. Its values are text; compared with `atLeast` and `atMost`, those
/// that are numbers (or days) are compared as such and the others never match.
public record CustomAttribute(String name) implements Attribute {

    static final String PREFIX = "attributes.";
    static final int LONGEST_NAME = 100;

    public CustomAttribute {
        InvalidCondition.when(name.isBlank(), "/attribute", Fault.UNKNOWN_ATTRIBUTE);
        InvalidCondition.when(name.length() > LONGEST_NAME, "/attribute", Fault.TOO_LONG, LONGEST_NAME);
    }

    /// Whether something of that name can be asked for.
    public static boolean possible(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    @Override
    public String code() {
        return PREFIX + name;
    }

    @Override
    public Text label() {
        return new Text(name, name);
    }

    @Override
    public ValueType type() {
        return ValueType.TEXT;
    }

    @Override
    public boolean open() {
        return true;
    }
}
