package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.Text;

/// A way to reach customers of which something is known. An openid alone does not say which account or mini-program
/// it belongs to, so there is nothing to ask of those.
public enum TouchpointChannel {
    @JsonProperty("wecom")
    WECOM("wecom", "企业微信", "WeCom"),
    @JsonProperty("email")
    EMAIL("email", "邮件", "e-mail"),
    @JsonProperty("sms")
    SMS("sms", "短信", "SMS");

    private final String code;
    private final Text label;

    TouchpointChannel(String code, String zh, String en) {
        this.code = code;
        this.label = new Text(zh, en);
    }

    /// The name in JSON and in the warehouse.
    public String code() {
        return code;
    }

    Text label() {
        return label;
    }
}
