package io.waterwheel.loyalty.till;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// How far a payment with points is.
public enum PaymentState {
    /// Written down; the ledger is being asked.
    @JsonProperty("asked")
    ASKED,
    /// The member has fewer points, or the ledger had another reason.
    @JsonProperty("refused")
    REFUSED,
    /// Kept back.
    @JsonProperty("frozen")
    FROZEN,
    /// Paid with.
    @JsonProperty("captured")
    CAPTURED,
    /// Given back.
    @JsonProperty("released")
    RELEASED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PaymentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
