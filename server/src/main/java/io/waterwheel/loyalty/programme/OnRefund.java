package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// What a refund does to a tier that would not have been reached without what was given back.
public enum OnRefund {
    @JsonProperty("atReview")
    AT_REVIEW("到期再评", "nothing before the period ends"),
    /// No lower than what the member had when the period began.
    @JsonProperty("atOnce")
    AT_ONCE("立即收回", "it is lost at once");

    private final Text words;

    OnRefund(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
