package io.waterwheel.loyalty;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What kind of thing is sold in the mall.
public enum MallKind {
    /// A coupon of a template, issued at once.
    @JsonProperty("coupon")
    COUPON,
    /// Something to send or to pick up.
    @JsonProperty("goods")
    GOODS,
    /// A code of somebody else's, such as of a video site, handed out at once.
    @JsonProperty("code")
    CODE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static MallKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
