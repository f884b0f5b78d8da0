package io.waterwheel.loyalty.programme;

import java.math.BigDecimal;

/// A part of a programme that cannot be: thrown by the records' constructors, so that a wrong one never exists.
public final class Misfit extends RuntimeException {

    private final String place;
    private final ProgrammeFault fault;
    private final transient Object about;

    /// @param place a JSON pointer from the part, such as `/caps/perDay`
    Misfit(String place, ProgrammeFault fault, Object about) {
        super(fault.code() + " at " + place);
        this.place = place;
        this.fault = fault;
        this.about = about;
    }

    static void when(boolean wrong, String place, ProgrammeFault fault, Object about) {
        if (wrong) {
            throw new Misfit(place, fault, about);
        }
    }

    static void outside(long value, long least, long most, String place) {
        when(value < least || value > most, place, ProgrammeFault.OUT_OF_RANGE, least + " … " + most);
    }

    /// A number with at most two digits after the point.
    static void outside(BigDecimal value, String least, String most, String place) {
        when(
                value.compareTo(new BigDecimal(least)) < 0 || value.compareTo(new BigDecimal(most)) > 0,
                place,
                ProgrammeFault.OUT_OF_RANGE,
                least + " … " + most);
        when(value.stripTrailingZeros().scale() > 2, place, ProgrammeFault.TOO_FINE, 2);
    }

    static void text(String value, int most, String place) {
        when(value.isBlank(), place, ProgrammeFault.BLANK, "");
        when(value.length() > most, place, ProgrammeFault.TOO_LONG, most);
    }

    String place() {
        return place;
    }

    InvalidProgramme.Place under(String pointer) {
        return InvalidProgramme.Place.of(pointer + place, fault, about);
    }
}
