package io.waterwheel.wecom.account;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// A brand's WeCom corp as an administrator enters it.
///
/// @param secret         the app's; like the other two secrets written and never read back, null keeps the one
///                       there is
/// @param callbackAesKey the EncodingAESKey, 43 characters
/// @param baseUrl        where the API is; empty for WeCom itself
/// @param authorizeUrl   where customers are asked who they are; empty for WeChat itself
public record WecomSettings(
        String corpId,
        String agentId,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String secret,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String callbackToken,

        @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) @Nullable
        String callbackAesKey,

        @Nullable String baseUrl,
        @Nullable String authorizeUrl) {}
