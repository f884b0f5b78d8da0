package io.waterwheel.loyalty.whatif;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where somebody stands under a draft compared with today, by the places of the tiers.
public enum WhatIfWay {
    @JsonProperty("up")
    UP,
    @JsonProperty("same")
    SAME,
    @JsonProperty("down")
    DOWN;

    static WhatIfWay of(int from, int to) {
        if (from == to) {
            return SAME;
        }
        return to > from ? UP : DOWN;
    }
}
