package io.waterwheel.wechat.account;

import io.waterwheel.kernel.BrandId;

/// A brand's app, with its secrets.
///
/// @param version changes with the settings
public record WechatApp(
        BrandId brand,
        AppKind kind,
        String appId,
        String secret,
        String token,
        String aesKey,
        String baseUrl,
        long version) {

    /// Without secrets.
    @Override
    public String toString() {
        return "WechatApp[" + appId + "]";
    }
}
