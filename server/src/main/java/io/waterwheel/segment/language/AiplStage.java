package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// How near a customer is to the brand; everybody is in exactly one stage.
public enum AiplStage {
    /// Known, and neither of the others.
    @JsonProperty("awareness")
    AWARENESS("认知", "awareness"),
    /// Did something with the brand lately and has not bought.
    @JsonProperty("interest")
    INTEREST("兴趣", "interest"),
    /// Bought once.
    @JsonProperty("purchase")
    PURCHASE("购买", "purchase"),
    /// Bought again, or is a member who bought and wrote a review.
    @JsonProperty("loyalty")
    LOYALTY("忠诚", "loyalty");

    private final Text label;

    AiplStage(String zh, String en) {
        this.label = new Text(zh, en);
    }

    Text label() {
        return label;
    }
}
