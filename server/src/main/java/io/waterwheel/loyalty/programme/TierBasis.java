package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// What counts towards tiers.
public enum TierBasis {
    /// What was paid less what was given back, each on its day; in the currency's major unit.
    @JsonProperty("spend")
    SPEND("消费净额", "net spend"),
    /// Paid orders that were not refunded in full.
    @JsonProperty("orders")
    ORDERS("订单数", "number of orders"),
    /// The points the rules gave, less those that were taken back; spending points does not lower it.
    @JsonProperty("growth")
    GROWTH("成长值", "growth value");

    private final Text words;

    TierBasis(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }
}
