package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A way to reach a customer.
public enum ChannelKind {
    @JsonProperty("wecom")
    WECOM(true, false, IdentifierKind.EXTERNAL_USERID),
    /// A guide writes to the friend by hand.
    @JsonProperty("wecom_task")
    WECOM_TASK(true, false, IdentifierKind.EXTERNAL_USERID),
    @JsonProperty("email")
    EMAIL(true, true, IdentifierKind.EMAIL),
    @JsonProperty("sms")
    SMS(false, true, IdentifierKind.PHONE),
    /// Somebody phones the customer.
    @JsonProperty("call")
    CALL(false, true, IdentifierKind.PHONE),
    /// The brand's own system carries the message.
    @JsonProperty("webhook")
    WEBHOOK(false, false, IdentifierKind.USER_ID, IdentifierKind.MEMBER_NO),
    @JsonProperty("official_account")
    OFFICIAL_ACCOUNT(true, false, IdentifierKind.OPENID),
    @JsonProperty("mini_program")
    MINI_PROGRAM(true, false, IdentifierKind.OPENID);

    private final boolean bound;
    private final boolean granted;
    private final List<IdentifierKind> addresses;

    ChannelKind(boolean bound, boolean granted, IdentifierKind... addresses) {
        this.bound = bound;
        this.granted = granted;
        this.addresses = List.of(addresses);
    }

    /// The kind of identifier that is this channel's address.
    public IdentifierKind address() {
        return addresses.getFirst();
    }

    /// Every kind of identifier that this channel can reach a customer by, the best first.
    public List<IdentifierKind> addresses() {
        return addresses;
    }

    /// The channel whose touchpoints and consents hold for this one: whether a guide writes by hand or confirms a mass
    /// message, the friendship is the same.
    public ChannelKind standing() {
        return this == WECOM_TASK ? WECOM : this;
    }

    /// Whether an address alone reaches nobody: a touchpoint has to say that it works. Elsewhere it works until a
    /// touchpoint says that it has ended.
    public boolean needsTouchpoint() {
        return bound;
    }

    /// Whether marketing needs consent that was given. Becoming a friend or a follower is consent until withdrawn; a
    /// number or an address alone is not.
    public boolean marketingMustBeGranted() {
        return granted;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The channel of that code, empty when there is none.
    public static Optional<ChannelKind> find(String code) {
        return Arrays.stream(values())
                .filter(channel -> channel.code().equals(code))
                .findFirst();
    }

    public static ChannelKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
