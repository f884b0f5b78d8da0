package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Locale;

/// A way to reach a customer.
public enum ChannelKind {
    @JsonProperty("wecom")
    WECOM(IdentifierKind.EXTERNAL_USERID),
    @JsonProperty("email")
    EMAIL(IdentifierKind.EMAIL);

    private final IdentifierKind address;

    ChannelKind(IdentifierKind address) {
        this.address = address;
    }

    /// The kind of identifier that is this channel's address.
    public IdentifierKind address() {
        return address;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ChannelKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
