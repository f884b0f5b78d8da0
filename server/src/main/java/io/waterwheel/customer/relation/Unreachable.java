package io.waterwheel.customer.relation;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why marketing may not reach a customer by a channel.
public enum Unreachable {
    @JsonProperty("no-address")
    NO_ADDRESS,
    /// Known in WeCom, and nobody's friend.
    @JsonProperty("not-a-friend")
    NOT_A_FRIEND,
    @JsonProperty("friend-removed")
    FRIEND_REMOVED,
    @JsonProperty("bounced")
    BOUNCED,
    /// An openid alone does not say which account or mini-program it belongs to, nor whether it is still followed.
    @JsonProperty("account-unknown")
    ACCOUNT_UNKNOWN,
    @JsonProperty("unfollowed")
    UNFOLLOWED,
    @JsonProperty("not-consented")
    NOT_CONSENTED,
    @JsonProperty("withdrawn")
    WITHDRAWN,
    @JsonProperty("quiet")
    QUIET
}
