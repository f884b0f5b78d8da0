package io.waterwheel.kernel.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The kinds of identifier, strongest first. Each names one customer; an anonymous id names a browser, which several
/// people may share.
public enum IdentifierKind {
    @JsonProperty("member_no")
    MEMBER_NO("member_no"),
    @JsonProperty("user_id")
    USER_ID("user_id"),
    @JsonProperty("phone")
    PHONE("phone"),
    @JsonProperty("email")
    EMAIL("email"),
    @JsonProperty("unionid")
    UNIONID("unionid"),
    @JsonProperty("external_userid")
    EXTERNAL_USERID("external_userid"),
    @JsonProperty("anonymous_id")
    ANONYMOUS_ID("anonymous_id"),
    @JsonProperty("openid")
    OPENID("openid"),
    @JsonProperty("buyer_id")
    BUYER_ID("buyer_id");

    private final String code;

    IdentifierKind(String code) {
        this.code = code;
    }

    /// The name in the database and in the API.
    public String code() {
        return code;
    }

    public static IdentifierKind of(String code) {
        for (IdentifierKind kind : values()) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("unknown identifier kind " + code);
    }

    /// Whether a brand's values of this kind mean nothing outside that brand: two brands may both have a member 42.
    public boolean perBrand() {
        return switch (this) {
            case MEMBER_NO, USER_ID, ANONYMOUS_ID -> true;
            case PHONE, EMAIL, UNIONID, EXTERNAL_USERID, OPENID, BUYER_ID -> false;
        };
    }
}
