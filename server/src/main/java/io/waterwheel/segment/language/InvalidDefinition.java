package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.List;

/// A definition that cannot be understood, with every place that is wrong.
public final class InvalidDefinition extends RuntimeException {

    private final transient List<Place> places;

    public InvalidDefinition(List<Place> places) {
        super(places.toString());
        this.places = List.copyOf(places);
    }

    /// @param pointer a JSON pointer into the request, such as `/definition/conditions/0/value`
    public record Place(String pointer, Fault fault, Text detail) {

        /// @param about what stands for `{0}` in the fault's words
        public static Place of(String pointer, Fault fault, Object about) {
            return new Place(pointer, fault, fault.message(String.valueOf(about)));
        }
    }

    public List<Place> places() {
        return places;
    }
}
