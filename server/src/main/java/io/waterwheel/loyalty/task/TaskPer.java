package io.waterwheel.loyalty.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/// How often a task can be done.
public enum TaskPer {
    @JsonProperty("once")
    ONCE,
    @JsonProperty("day")
    DAY,
    /// From Monday on.
    @JsonProperty("week")
    WEEK,
    @JsonProperty("month")
    MONTH;

    /// The period of what is done once.
    static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    /// The first day of the period a day lies in.
    LocalDate period(LocalDate day) {
        return switch (this) {
            case ONCE -> EVER;
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
