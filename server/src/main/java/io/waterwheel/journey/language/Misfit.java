package io.waterwheel.journey.language;

import io.waterwheel.kernel.Text;

/// A part of a definition that cannot be: thrown by the records' constructors, so that a wrong one never
/// exists.
public final class Misfit extends RuntimeException {

    private final String place;
    private final JourneyFault fault;
    private final String about;

    /// @param place a JSON pointer from the part, such as `/timeout/amount`
    Misfit(String place, JourneyFault fault, Object about) {
        super(fault.code() + " at " + place);
        this.place = place;
        this.fault = fault;
        this.about = String.valueOf(about);
    }

    static void when(boolean wrong, String place, JourneyFault fault, Object about) {
        if (wrong) {
            throw new Misfit(place, fault, about);
        }
    }

    String place() {
        return place;
    }

    JourneyFault fault() {
        return fault;
    }

    Text detail() {
        return fault.message(about);
    }
}
