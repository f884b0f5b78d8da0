package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// How often a benefit is given to each member of a tier.
public enum BenefitEvery {
    /// Each time the tier is reached.
    @JsonProperty("once")
    ONCE("升级时", "on reaching it"),
    @JsonProperty("month")
    MONTH("每月", "every month"),
    @JsonProperty("year")
    YEAR("每年", "every year");

    private final Text words;

    BenefitEvery(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
