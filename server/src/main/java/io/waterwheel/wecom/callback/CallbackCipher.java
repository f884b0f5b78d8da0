package io.waterwheel.wecom.callback;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wecom.WecomProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Verifies and decrypts callbacks (加解密方案, WeCom doc path/90968). WxJava's does not look at whom a message is for;
/// this one does.
final class CallbackCipher {

    private static final int NOISE = 16;
    private static final int BLOCK = 32;
    private static final int KEY = 32;

    private final String token;
    private final byte[] key;
    private final String corpId;

    CallbackCipher(String token, String encodingAesKey, String corpId) {
        if (token.isBlank()) {
            throw new Problem(WecomProblem.CALLBACK_NOT_SET_UP);
        }
        this.token = token;
        this.key = key(encodingAesKey);
        this.corpId = corpId;
    }

    /// @throws Problem `callback-not-set-up`
    private static byte[] key(String encodingAesKey) {
        try {
            byte[] key = Base64.getDecoder().decode(encodingAesKey + "=");
            if (key.length == KEY) {
                return key;
            }
        } catch (IllegalArgumentException noKey) {
            // falls through to the one refusal below
        }
        throw new Problem(WecomProblem.CALLBACK_NOT_SET_UP);
    }

    /// @throws Problem `callback-signature`, `callback-unreadable` or `callback-other-corp`
    String open(String signature, String timestamp, String nonce, String encrypted) {
        byte[] wanted = sign(timestamp, nonce, encrypted).getBytes(StandardCharsets.US_ASCII);
        // The whole is compared in any case, so that time does not tell how much of a guess was right.
        if (!MessageDigest.isEqual(wanted, signature.getBytes(StandardCharsets.UTF_8))) {
            throw new Problem(WecomProblem.CALLBACK_SIGNATURE);
        }
        ByteBuffer plain = ByteBuffer.wrap(decrypt(encrypted));
        try {
            plain.position(NOISE);
            byte[] content = new byte[length(plain)];
            plain.get(content);
            byte[] receiver = new byte[plain.remaining()];
            plain.get(receiver);
            if (!MessageDigest.isEqual(receiver, corpId.getBytes(StandardCharsets.UTF_8))) {
                throw new Problem(WecomProblem.CALLBACK_OTHER_CORP);
            }
            return new String(content, StandardCharsets.UTF_8);
        } catch (RuntimeException e) {
            throw e instanceof Problem problem ? problem : new Problem(WecomProblem.CALLBACK_UNREADABLE, e);
        }
    }

    private static int length(ByteBuffer plain) {
        int length = plain.getInt();
        if (length < 0 || length > plain.remaining()) {
            throw new Problem(WecomProblem.CALLBACK_UNREADABLE);
        }
        return length;
    }

    private String sign(String timestamp, String nonce, String encrypted) {
        String joined = Stream.of(token, timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }

    private byte[] decrypt(String encrypted) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, NOISE));
            byte[] padded = cipher.doFinal(Base64.getDecoder().decode(encrypted));
            int padding = padded.length == 0 ? 0 : padded[padded.length - 1];
            if (padding < 1 || padding > BLOCK || padding > padded.length) {
                throw new Problem(WecomProblem.CALLBACK_UNREADABLE);
            }
            return Arrays.copyOf(padded, padded.length - padding);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Problem(WecomProblem.CALLBACK_UNREADABLE, e);
        }
    }
}
