package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// Where a member goes who did not keep the tier.
public enum Downgrade {
    @JsonProperty("oneStep")
    ONE_STEP("降一级", "one tier down"),
    @JsonProperty("toReached")
    TO_REACHED("降到达到的等级", "to the tier that was reached");

    private final Text words;

    Downgrade(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
