package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// The journey ends here.
@Schema(name = "JourneyLeave")
public record Leave() implements Step {

    @Override
    public List<String> exits() {
        return List.of();
    }

    @Override
    public boolean waits() {
        return false;
    }
}
