package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.stream.Stream;

/// Days of the brand's calendar from today on, at most a year.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NextDays.class, name = "days"),
    @JsonSubTypes.Type(value = MonthAhead.class, name = "month")
})
@Schema(
        name = "Ahead",
        oneOf = {NextDays.class, MonthAhead.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "days", schema = NextDays.class),
            @DiscriminatorMapping(value = "month", schema = MonthAhead.class)
        })
public sealed interface Ahead permits NextDays, MonthAhead {

    /// Which days are meant.
    Stream<LocalDate> from(LocalDate today);
}
