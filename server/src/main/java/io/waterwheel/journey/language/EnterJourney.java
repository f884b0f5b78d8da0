package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Lets the customer into another journey, and goes on in this one.
///
/// @param journey the other's id
@Schema(name = "JourneyEnterJourney")
public record EnterJourney(String journey) implements Step {

    public EnterJourney {
        Ids.check(journey, "/journey", JourneyFault.UNKNOWN_JOURNEY);
    }

    @Override
    public List<String> exits() {
        return List.of(NEXT);
    }

    @Override
    public boolean waits() {
        return false;
    }
}
