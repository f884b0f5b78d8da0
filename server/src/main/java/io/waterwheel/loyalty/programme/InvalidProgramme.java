package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.InvalidDefinition;
import java.util.List;

/// A programme that cannot be published, with every place that is wrong.
public final class InvalidProgramme extends RuntimeException {

    private final transient List<Place> places;

    public InvalidProgramme(List<Place> places) {
        super(places.toString());
        this.places = List.copyOf(places);
    }

    /// @param pointer a JSON pointer into the request, such as `/definition/earn/0/grant/points`
    /// @param code    stable, for programs
    @Schema(name = "ProgrammeFault")
    public record Place(String pointer, String code, Text detail) {

        static Place of(String pointer, ProgrammeFault fault, Object about) {
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
