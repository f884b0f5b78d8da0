package io.waterwheel.kernel.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/// The kinds of identifier. The order of the constants is that of the bits in the log: a new kind goes to the end.
public enum IdentifierKind {
    @JsonProperty("member_no")
    MEMBER_NO("member_no", 1),
    @JsonProperty("user_id")
    USER_ID("user_id", 2),
    @JsonProperty("phone")
    PHONE("phone", 3),
    @JsonProperty("email")
    EMAIL("email", 4),
    @JsonProperty("unionid")
    UNIONID("unionid", 5),
    @JsonProperty("external_userid")
    EXTERNAL_USERID("external_userid", 6),
    @JsonProperty("anonymous_id")
    ANONYMOUS_ID("anonymous_id", 9),
    @JsonProperty("openid")
    OPENID("openid", 7),
    @JsonProperty("buyer_id")
    BUYER_ID("buyer_id", 8);

    /// With how many values of a kind an identifier may be seen before it is taken for a shared one: a family may share
    /// a phone, a shop's own number stands in thousands of orders.
    private static final int MOST_TOGETHER = 5;

    /// Of kinds of which one person rightly has many, one per corp, application or shop.
    private static final int MOST_TOGETHER_OF_MANY = 30;

    private final String code;
    private final int strength;

    IdentifierKind(String code, int strength) {
        this.code = code;
        this.strength = strength;
    }

    /// The name in the database and in the API.
    public String code() {
        return code;
    }

    /// Its place among the kinds by how surely it names one person, 1 the surest.
    public int strength() {
        return strength;
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

    /// Whether a person has one at most: two customers with different values are two people until somebody says
    /// otherwise.
    public boolean unique() {
        return switch (this) {
            case MEMBER_NO, USER_ID, UNIONID -> true;
            case PHONE, EMAIL, EXTERNAL_USERID, ANONYMOUS_ID, OPENID, BUYER_ID -> false;
        };
    }

    /// With how many values of this kind another identifier may be seen before it is taken for a shared one.
    public int mostTogether() {
        return switch (this) {
            case MEMBER_NO, USER_ID, PHONE, EMAIL, UNIONID -> MOST_TOGETHER;
            case EXTERNAL_USERID, OPENID, BUYER_ID -> MOST_TOGETHER_OF_MANY;
            case ANONYMOUS_ID -> Integer.MAX_VALUE;
        };
    }
}
