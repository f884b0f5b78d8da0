package io.waterwheel.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a file tells of.
public enum ImportKind {
    @JsonProperty("orders")
    ORDERS,
    @JsonProperty("customers")
    CUSTOMERS,
    @JsonProperty("products")
    PRODUCTS,
    @JsonProperty("stores")
    STORES,
    @JsonProperty("staff")
    STAFF,
    /// Opening balances of points.
    @JsonProperty("points")
    POINTS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
