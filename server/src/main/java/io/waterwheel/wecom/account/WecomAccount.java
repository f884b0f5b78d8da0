package io.waterwheel.wecom.account;

import io.waterwheel.kernel.BrandId;

/// A brand's WeCom corp, its secrets opened. Not to be logged.
///
/// @param version grows with every change, so that clients made from older settings are replaced
public record WecomAccount(
        BrandId brand,
        String corpId,
        int agentId,
        String secret,
        String token,
        String aesKey,
        String baseUrl,
        String authorizeUrl,
        long version) {

    @Override
    public String toString() {
        return "WecomAccount[" + corpId + "]";
    }
}
