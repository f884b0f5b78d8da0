package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// How far around a birthday something counts.
public enum BirthdaySpan {
    @JsonProperty("day")
    DAY("生日当天", "the birthday"),
    /// Three days before until three days after.
    @JsonProperty("week")
    WEEK("生日前后三天", "three days around the birthday"),
    @JsonProperty("month")
    MONTH("生日当月", "the month of the birthday");

    private final Text words;

    BirthdaySpan(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
