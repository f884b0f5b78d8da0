package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Waits a while.
@Schema(name = "JourneyDelay")
public record Delay(Span span) implements Step {

    @Override
    public List<String> exits() {
        return List.of(NEXT);
    }

    @Override
    public boolean waits() {
        return true;
    }
}
