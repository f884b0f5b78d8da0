package io.waterwheel.journey.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;

/// A day of the week as it stands in a definition.
public enum Weekday {
    @JsonProperty("mon")
    MON("周一"),
    @JsonProperty("tue")
    TUE("周二"),
    @JsonProperty("wed")
    WED("周三"),
    @JsonProperty("thu")
    THU("周四"),
    @JsonProperty("fri")
    FRI("周五"),
    @JsonProperty("sat")
    SAT("周六"),
    @JsonProperty("sun")
    SUN("周日");

    private final String zh;

    Weekday(String zh) {
        this.zh = zh;
    }

    DayOfWeek day() {
        return DayOfWeek.of(ordinal() + 1);
    }

    String zh() {
        return zh;
    }

    String en() {
        String name = name().toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
