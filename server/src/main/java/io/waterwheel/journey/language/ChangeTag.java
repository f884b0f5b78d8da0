package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Puts a tag on, or takes it off.
///
/// @param tag   its id
/// @param added whether it is put on
/// @param value what the tag carries; null for a plain one and when it is taken off
@Schema(name = "JourneyChangeTag")
public record ChangeTag(String tag, boolean added, @Nullable String value) implements Step {

    private static final int LONGEST = 100;

    public ChangeTag {
        Ids.check(tag, "/tag", JourneyFault.UNKNOWN_TAG);
        Misfit.when(!added && value != null, "/value", JourneyFault.NO_VALUE, "");
        Misfit.when(value != null && value.length() > LONGEST, "/value", JourneyFault.TOO_LONG, LONGEST);
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
