package io.waterwheel.segment.language;

import io.waterwheel.kernel.Text;
import java.util.List;

/// A definition that cannot be understood, with every place that is wrong.
public final class InvalidDefinition extends RuntimeException {

    private final transient List<Place> places;

    InvalidDefinition(List<Place> places) {
        super(places.toString());
        this.places = List.copyOf(places);
    }

    /// @param pointer a JSON pointer into the request, such as `/definition/conditions/0/value`
    public record Place(String pointer, Fault fault, Text detail) {}

    public List<Place> places() {
        return places;
    }
}
