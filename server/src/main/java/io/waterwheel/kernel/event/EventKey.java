package io.waterwheel.kernel.event;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// The first 128 bits of SHA-256 over brand, source and message id: two events collide by chance once in 2⁶⁴.
final class EventKey {

    private EventKey() {}

    static UUID of(NewEvent event) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) (event.brand().value() >> 8));
            digest.update((byte) event.brand().value());
            digest.update(event.source().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            ByteBuffer hash = ByteBuffer.wrap(digest.digest(event.messageId().getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
