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

    /// Where visitors' browsers are sent to be asked who they are: WeChat has a host of its own for that.
    String authorizeUrl() {
        return baseUrl.endsWith(".weixin.qq.com") ? "https://open.weixin.qq.com" : baseUrl;
    }

    /// Without secrets.
    @Override
    public String toString() {
        return "WechatApp[" + appId + "]";
    }
}
