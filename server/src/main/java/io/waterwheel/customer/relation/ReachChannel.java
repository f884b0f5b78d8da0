package io.waterwheel.customer.relation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Locale;

/// Ways by which a brand may reach a customer, whether or not this product can send by them yet.
public enum ReachChannel {
    @JsonProperty("wecom")
    WECOM(IdentifierKind.EXTERNAL_USERID),
    @JsonProperty("sms")
    SMS(IdentifierKind.PHONE),
    @JsonProperty("email")
    EMAIL(IdentifierKind.EMAIL),
    @JsonProperty("official_account")
    OFFICIAL_ACCOUNT(IdentifierKind.OPENID),
    @JsonProperty("mini_program")
    MINI_PROGRAM(IdentifierKind.OPENID);

    private final IdentifierKind address;

    ReachChannel(IdentifierKind address) {
        this.address = address;
    }

    public IdentifierKind address() {
        return address;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether this product can send by it.
    public boolean connected() {
        return ChannelKind.find(code()).isPresent();
    }
}
