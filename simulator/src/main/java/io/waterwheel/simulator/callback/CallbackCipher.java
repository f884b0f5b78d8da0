package io.waterwheel.simulator.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Encrypts and signs callbacks (加解密方案, WeCom doc path/90968).
public final class CallbackCipher {
    /// WeCom pads to 32 bytes, twice AES's block.
    private static final int BLOCK = 32;

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;

    public CallbackCipher(String encodingAesKey) {
        key = Base64.getDecoder().decode(encodingAesKey + "=");
    }

    /// @param receiveId whom the message is for, normally the corp id
    public String encrypt(String text, String receiveId) {
        var noise = new byte[16];
        random.nextBytes(noise);
        var content = text.getBytes(StandardCharsets.UTF_8);
        var receiver = receiveId.getBytes(StandardCharsets.UTF_8);
        int length = noise.length + Integer.BYTES + content.length + receiver.length;
        int padding = BLOCK - length % BLOCK;
        var plain = ByteBuffer.allocate(length + padding)
                .put(noise)
                .putInt(content.length)
                .put(content)
                .put(receiver);
        Arrays.fill(plain.array(), length, length + padding, (byte) padding);
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(key, 0, 16));
            return Base64.getEncoder().encodeToString(cipher.doFinal(plain.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String sign(String token, String timestamp, String nonce, String encrypted) {
        var joined = Stream.of(token, timestamp, nonce, encrypted).sorted().collect(Collectors.joining());
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest(joined.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
