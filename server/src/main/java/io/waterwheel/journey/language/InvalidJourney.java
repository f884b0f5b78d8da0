package io.waterwheel.journey.language;

import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.InvalidDefinition;
import java.util.List;

/// A journey that cannot run, with every place that is wrong.
public final class InvalidJourney extends RuntimeException {

    private final transient List<Place> places;

    public InvalidJourney(List<Place> places) {
        super(places.toString());
        this.places = List.copyOf(places);
    }

    /// @param pointer a JSON pointer into the request, such as `/definition/nodes/0/step/template`
    /// @param code    stable, for programs
    public record Place(String pointer, String code, Text detail) {

        static Place of(String pointer, JourneyFault fault, Object about) {
            return new Place(pointer, fault.code(), fault.message(about));
        }

        static Place of(InvalidDefinition.Place place) {
            return new Place(place.pointer(), place.fault().code(), place.detail());
        }
    }

    public List<Place> places() {
        return places;
    }
}
