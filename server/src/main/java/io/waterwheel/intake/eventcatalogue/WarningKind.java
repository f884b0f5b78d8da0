package io.waterwheel.intake.eventcatalogue;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What may be wrong with an event's stream, the gravest first.
public enum WarningKind {
    /// It came on most days of a week and then no more.
    @JsonProperty("silent")
    SILENT,
    /// A property that most events had is in none any more.
    @JsonProperty("property-vanished")
    PROPERTY_VANISHED,
    /// A property is of another type than in the week before.
    @JsonProperty("type-changed")
    TYPE_CHANGED,
    /// A property is now of this type and now of that.
    @JsonProperty("types-mixed")
    TYPES_MIXED,
    /// A standard event's property is of another type than the standard has.
    @JsonProperty("type-not-standard")
    TYPE_NOT_STANDARD,
    /// A standard event lacks what it tells nothing without.
    @JsonProperty("required-missing")
    REQUIRED_MISSING,
    /// It means a standard event and is written otherwise, so it does not count as one.
    @JsonProperty("misspelt")
    MISSPELT,
    /// A name nobody has seen before this week.
    @JsonProperty("new-name")
    NEW_NAME
}
