package io.waterwheel.loyalty.coupon.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// Whether coupons of a template are issued. What was issued stays good in any of them.
public enum TemplateState {
    /// Being written; its terms may change.
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("active")
    ACTIVE,
    /// No more are issued, for now or for good.
    @JsonProperty("stopped")
    STOPPED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TemplateState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
