package io.waterwheel.wechat.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A brand's app. Secrets are written, never read back; null keeps the one there is.
///
/// @param token    signs what WeChat pushes
/// @param aesKey   EncodingAESKey, 43 letters and digits
/// @param baseUrl  of the interface; null for WeChat's own
/// @param callback where WeChat is to push; read only
public record WechatSettings(
        String appId,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String secret,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String token,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String aesKey,

        @Nullable String baseUrl,

        @JsonProperty(access = JsonProperty.Access.READ_ONLY) @Nullable
        String callback) {

    /// Without secrets.
    @Override
    public String toString() {
        return "WechatSettings[" + appId + "]";
    }
}
