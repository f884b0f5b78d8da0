package io.waterwheel.insight.effect;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a broadcast may change, per person.
public enum EffectMetric {
    /// Whether the person ordered at all.
    @JsonProperty("buyers")
    BUYERS,
    @JsonProperty("orders")
    ORDERS,
    /// Net sales in minor units.
    @JsonProperty("sales")
    SALES
}
