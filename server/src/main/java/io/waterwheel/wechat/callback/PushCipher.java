package io.waterwheel.wechat.callback;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wechat.WechatProblem;
import io.waterwheel.wechat.account.WechatApp;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/// Verifies and decrypts pushes in secure mode (消息加解密, read in November 2026). WxJava decrypts; that the
/// message is signed and for this app is looked at here.
final class PushCipher {

    private final WechatApp app;

    PushCipher(WechatApp app) {
        this.app = app;
    }

    /// The check of the address: token, timestamp and nonce alone are signed.
    void verify(String signature, String timestamp, String nonce) {
        require(signature, app.token(), timestamp, nonce);
    }

    /// @throws Problem `wechat-callback-refused`
    String open(String signature, String timestamp, String nonce, String encrypted) {
        require(signature, app.token(), timestamp, nonce, encrypted);
        try {
            return new WxCryptUtil(app.token(), app.aesKey(), app.appId()).decrypt(encrypted);
        } catch (RuntimeException e) {
            throw new Problem(WechatProblem.WECHAT_CALLBACK_REFUSED, e);
        }
    }

    private void require(String signature, String... parts) {
        if (app.token().isEmpty()
                || !MessageDigest.isEqual(
                        sign(parts).getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(WechatProblem.WECHAT_CALLBACK_REFUSED);
        }
    }

    private static String sign(String... parts) {
        String[] sorted = parts.clone();
        Arrays.sort(sorted);
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1")
                            .digest(String.join("", sorted).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
