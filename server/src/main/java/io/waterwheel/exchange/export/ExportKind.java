package io.waterwheel.exchange.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What an export holds.
public enum ExportKind {
    @JsonProperty("events")
    EVENTS,
    @JsonProperty("customers")
    CUSTOMERS,
    /// Paid orders and refunds, and their lines.
    @JsonProperty("orders")
    ORDERS;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ExportKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
