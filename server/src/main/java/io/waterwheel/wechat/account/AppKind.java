package io.waterwheel.wechat.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.Text;
import java.util.Locale;

/// What kind of app: a brand has one of each at most.
public enum AppKind {
    @JsonProperty("official_account")
    OFFICIAL_ACCOUNT(ChannelKind.OFFICIAL_ACCOUNT, new Text("公众号", "official account")),
    @JsonProperty("mini_program")
    MINI_PROGRAM(ChannelKind.MINI_PROGRAM, new Text("小程序", "mini-program"));

    private final ChannelKind channel;
    private final Text name;

    AppKind(ChannelKind channel, Text name) {
        this.channel = channel;
        this.name = name;
    }

    public ChannelKind channel() {
        return channel;
    }

    public Text text() {
        return name;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
