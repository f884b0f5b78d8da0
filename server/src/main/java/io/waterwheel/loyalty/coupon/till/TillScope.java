package io.waterwheel.loyalty.coupon.till;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a till's key allows.
public enum TillScope {
    /// Asking what a coupon would take off.
    @JsonProperty("coupon.read")
    READ("coupon.read"),
    /// Locking and redeeming.
    @JsonProperty("coupon.redeem")
    REDEEM("coupon.redeem"),
    /// Giving back with refunds.
    @JsonProperty("coupon.return")
    RETURN("coupon.return"),
    /// Making somebody a member.
    @JsonProperty("member.join")
    JOIN("member.join"),
    /// Reading the code on a member's phone.
    @JsonProperty("member.read")
    MEMBER("member.read"),
    /// Keeping back points of a member whose code was read, and paying with them.
    @JsonProperty("points.spend")
    SPEND("points.spend"),
    /// Giving points back with refunds.
    @JsonProperty("points.return")
    GIVE_BACK("points.return");

    private final String code;

    TillScope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    static TillScope of(String code) {
        for (TillScope scope : values()) {
            if (scope.code.equals(code)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("no scope: " + code);
    }
}
