package io.waterwheel.loyalty.coupon.rule;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What becomes of a coupon when everything bought with it was given back.
public enum ReturnRule {
    /// It can be used again, until the day it would have expired.
    @JsonProperty("back")
    BACK,
    /// Another one takes its place, valid as if issued on the day of the return.
    @JsonProperty("reissue")
    REISSUE,
    /// It is used up.
    @JsonProperty("lost")
    LOST
}
