package io.waterwheel.journey.saved;

import io.waterwheel.journey.language.InvalidJourney;
import io.waterwheel.kernel.Text;

/// One place of a draft that is wrong, for a canvas to mark.
///
/// @param pointer a JSON pointer, such as `/definition/nodes/0/exits/next`
/// @param code    stable, for programs
public record JourneyFaultPlace(String pointer, String code, Text detail) {

    static JourneyFaultPlace of(InvalidJourney.Place place) {
        return new JourneyFaultPlace(place.pointer(), place.code(), place.detail());
    }
}
