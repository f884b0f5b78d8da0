package io.waterwheel.journey.play;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.kernel.Text;
import io.waterwheel.segment.language.Condition;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A ready journey.
///
/// @param segment    whom it is for; null when an event or a day says so
/// @param messages   what it says, by the name its nodes have for it
/// @param definition with `@name` where the id of a message's template stands, and `@segment` for the segment's
@Schema(name = "JourneyPlay")
public record Play(
        String id,
        Text title,
        Text what,
        @Nullable PlaySegment segment,
        Map<String, PlayMessage> messages,
        @Schema(implementation = JourneyDefinition.class) JsonNode definition) {

    /// @param definition in the segment language
    @Schema(name = "JourneyPlaySegment")
    public record PlaySegment(
            String name,
            @Schema(implementation = Condition.class) JsonNode definition) {}

    /// @param subject for e-mail
    /// @param body    Liquid
    @Schema(name = "JourneyPlayMessage")
    public record PlayMessage(String name, String subject, String body) {}
}
