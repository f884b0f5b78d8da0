package io.waterwheel.loyalty.programme;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// What of an order a condition looks at.
public enum SoldFact {
    /// The lines of the product.
    @JsonProperty("product")
    PRODUCT("商品", "product"),
    @JsonProperty("category")
    CATEGORY("类目", "category"),
    /// The way it was sold: told, or else the platform, or else the source.
    @JsonProperty("channel")
    CHANNEL("渠道", "channel"),
    @JsonProperty("store")
    STORE("门店", "store");

    private final Text words;

    SoldFact(String zh, String en) {
        this.words = new Text(zh, en);
    }

    Text words() {
        return words;
    }

    /// Whether it chooses among the lines of an order.
    public boolean ofLines() {
        return this == PRODUCT || this == CATEGORY;
    }
}
