package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;

/// A stretch of time, at most twenty years long.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Last.class, name = "last"),
    @JsonSubTypes.Type(value = Between.class, name = "between")
})
@Schema(
        name = "Window",
        oneOf = {Last.class, Between.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "last", schema = Last.class),
            @DiscriminatorMapping(value = "between", schema = Between.class)
        })
public sealed interface Window permits Last, Between {

    /// Which instants are meant.
    Interval at(Instant now, ZoneId zone);
}
