package io.waterwheel.customer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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
