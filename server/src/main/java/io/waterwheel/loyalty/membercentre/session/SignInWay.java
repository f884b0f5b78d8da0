package io.waterwheel.loyalty.membercentre.session;

import java.util.Locale;

/// How somebody proved who they are.
public enum SignInWay {
    PHONE,
    WECHAT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
