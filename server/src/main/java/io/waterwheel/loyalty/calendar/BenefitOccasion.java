package io.waterwheel.loyalty.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/// When a benefit is given.
public enum BenefitOccasion {
    /// Once a year, around the birthday.
    @JsonProperty("birthday")
    BIRTHDAY,
    /// Once in each month.
    @JsonProperty("month")
    MONTH,
    /// Once in each year.
    @JsonProperty("year")
    YEAR,
    /// Once for good, when the tier is reached.
    @JsonProperty("reached")
    REACHED;

    static final LocalDate EVER = LocalDate.of(2000, 1, 1);
}
