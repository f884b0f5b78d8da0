package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

/// What lets people into a journey. Whatever it is, they can be let in by request too.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OnEvent.class, name = "event"),
    @JsonSubTypes.Type(value = OnSegment.class, name = "segment"),
    @JsonSubTypes.Type(value = OnDay.class, name = "day"),
    @JsonSubTypes.Type(value = OnSchedule.class, name = "schedule"),
    @JsonSubTypes.Type(value = OnRequest.class, name = "request")
})
@Schema(
        name = "JourneyTrigger",
        oneOf = {OnEvent.class, OnSegment.class, OnDay.class, OnSchedule.class, OnRequest.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "event", schema = OnEvent.class),
            @DiscriminatorMapping(value = "segment", schema = OnSegment.class),
            @DiscriminatorMapping(value = "day", schema = OnDay.class),
            @DiscriminatorMapping(value = "schedule", schema = OnSchedule.class),
            @DiscriminatorMapping(value = "request", schema = OnRequest.class)
        })
public sealed interface Trigger permits OnEvent, OnSegment, OnDay, OnSchedule, OnRequest {}
