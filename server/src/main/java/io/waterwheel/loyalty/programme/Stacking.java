package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// What several multipliers make together.
public enum Stacking {
    /// Twice and one and a half times make two and a half times.
    @JsonProperty("add")
    ADD("倍数相加", "what they add is added"),
    @JsonProperty("best")
    BEST("取最高", "the best counts"),
    /// Twice and one and a half times make three times.
    @JsonProperty("multiply")
    MULTIPLY("倍数相乘", "they multiply each other");

    private final Text words;

    Stacking(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
