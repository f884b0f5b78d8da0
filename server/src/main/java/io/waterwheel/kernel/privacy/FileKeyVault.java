package io.waterwheel.kernel.privacy;

import io.waterwheel.kernel.WaterwheelProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/// Keeps its key in a file beside the data, readable by the owner alone, made on first use.
@Component
class FileKeyVault implements Vault {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int BLIND = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec sealing;
    private final SecretKeySpec blinding;

    FileKeyVault(WaterwheelProperties properties) {
        byte[] keys = keys(properties.dataDirectory().resolve("keys"));
        this.sealing = new SecretKeySpec(keys, 0, KEY, "AES");
        this.blinding = new SecretKeySpec(keys, KEY, KEY, "HmacSHA256");
    }

    @Override
    public String seal(String plain) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] whole = ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return MARK + Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    @Override
    public String open(String sealed) {
        if (!Vault.isSealed(sealed)) {
            throw new IllegalArgumentException("not a sealed value");
        }
        byte[] whole = Base64.getDecoder().decode(sealed.substring(MARK.length()));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, sealing, new GCMParameterSpec(TAG_BITS, whole, 0, NONCE));
            return new String(cipher.doFinal(whole, NONCE, whole.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("sealed with another key", e);
        }
    }

    @Override
    public byte[] blind(String scope, String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(blinding);
            mac.update(scope.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)), BLIND);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    private byte[] keys(Path directory) {
        Path file = directory.resolve("personal-data.key");
        try {
            if (!Files.exists(file)) {
                byte[] fresh = new byte[2 * KEY];
                random.nextBytes(fresh);
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Path unfinished = Files.createTempFile(directory, "key", ".new");
                Files.writeString(unfinished, Base64.getEncoder().encodeToString(fresh));
                Files.move(unfinished, file);
            }
            byte[] keys = Base64.getDecoder().decode(Files.readString(file).strip());
            if (keys.length != 2 * KEY) {
                throw new IllegalStateException("the key file " + file + " is damaged; restore it from a backup");
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException("the key file " + file + " cannot be used", e);
        }
    }
}
