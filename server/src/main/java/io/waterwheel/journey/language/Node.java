package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One place in a journey.
///
/// @param id       letters, digits, `-` and `_`; unique in the journey
/// @param exits    for each exit of the step, the id of the node that follows
/// @param position where a canvas draws it; without meaning
@Schema(name = "JourneyNode")
public record Node(
        String id,
        Step step,
        Map<String, String> exits,
        @Nullable Position position) {

    public Node {
        exits = Collections.unmodifiableMap(new LinkedHashMap<>(exits));
    }

    @Schema(name = "JourneyNodePosition")
    public record Position(BigDecimal x, BigDecimal y) {}
}
