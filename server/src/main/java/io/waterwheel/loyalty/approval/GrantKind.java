package io.waterwheel.loyalty.approval;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a second person is asked about.
public enum GrantKind {
    @JsonProperty("points")
    POINTS,
    /// Points that are taken.
    @JsonProperty("deduction")
    DEDUCTION,
    /// A batch of coupons.
    @JsonProperty("coupons")
    COUPONS,
    /// A tier for some time.
    @JsonProperty("tier")
    TIER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static GrantKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
