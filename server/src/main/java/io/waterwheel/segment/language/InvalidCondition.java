package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;

/// A condition that cannot be: thrown by the records' constructors, so that a wrong one never exists.
public final class InvalidCondition extends RuntimeException {

    private final String place;
    private final Fault fault;
    private final String about;

    /// @param place a JSON pointer from the condition, such as `/values/0`
    InvalidCondition(String place, Fault fault, Object about) {
        super(fault.code() + " at " + place);
        this.place = place;
        this.fault = fault;
        this.about = String.valueOf(about);
    }

    static void when(boolean wrong, String place, Fault fault) {
        when(wrong, place, fault, "");
    }

    static void when(boolean wrong, String place, Fault fault, Object about) {
        if (wrong) {
            throw new InvalidCondition(place, fault, about);
        }
    }

    public String place() {
        return place;
    }

    public Fault fault() {
        return fault;
    }

    public Text detail() {
        return fault.message(about);
    }
}
