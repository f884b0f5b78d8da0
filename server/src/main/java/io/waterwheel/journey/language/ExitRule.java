package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

/// Takes people out, wherever they are.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ExitOnEvent.class, name = "event"),
    @JsonSubTypes.Type(value = ExitOnCondition.class, name = "condition")
})
@Schema(
        name = "JourneyExitRule",
        oneOf = {ExitOnEvent.class, ExitOnCondition.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "event", schema = ExitOnEvent.class),
            @DiscriminatorMapping(value = "condition", schema = ExitOnCondition.class)
        })
public sealed interface ExitRule permits ExitOnEvent, ExitOnCondition {}
