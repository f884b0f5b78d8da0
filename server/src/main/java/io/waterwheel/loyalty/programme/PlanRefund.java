package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// What is given back of a paid membership that ends early.
public enum PlanRefund {
    @JsonProperty("none")
    NONE("不退", "nothing"),
    /// In proportion, rounded down to the minor unit.
    @JsonProperty("unusedDays")
    UNUSED_DAYS("按未用天数退", "the unused days"),
    @JsonProperty("all")
    ALL("全额退", "all of it");

    private final Text words;

    PlanRefund(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
