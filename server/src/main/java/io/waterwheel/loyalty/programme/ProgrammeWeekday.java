package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;
import java.time.DayOfWeek;

/// A day of the week as it stands in a programme.
public enum ProgrammeWeekday {
    @JsonProperty("mon")
    MON("周一", "Mon"),
    @JsonProperty("tue")
    TUE("周二", "Tue"),
    @JsonProperty("wed")
    WED("周三", "Wed"),
    @JsonProperty("thu")
    THU("周四", "Thu"),
    @JsonProperty("fri")
    FRI("周五", "Fri"),
    @JsonProperty("sat")
    SAT("周六", "Sat"),
    @JsonProperty("sun")
    SUN("周日", "Sun");

    private final Text words;

    ProgrammeWeekday(String zh, String en) {
        this.words = new Text(zh, en);
    }

    public DayOfWeek day() {
        return DayOfWeek.of(ordinal() + 1);
    }

    Text words() {
        return words;
    }
}
