package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// How a number with a fraction becomes whole points.
public enum Rounding {
    @JsonProperty("down")
    DOWN("舍去小数", "rounded down"),
    @JsonProperty("nearest")
    NEAREST("四舍五入", "rounded half up"),
    @JsonProperty("up")
    UP("进一", "rounded up");

    private final Text words;

    Rounding(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
