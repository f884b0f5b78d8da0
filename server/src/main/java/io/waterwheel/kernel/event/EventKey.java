package io.waterwheel.kernel.event;

import io.waterwheel.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/// The first 128 bits of SHA-256 over brand, source and message id: two events collide by chance once in 2⁶⁴.
final class EventKey {

    private EventKey() {}

    static UUID of(NewEvent event) {
        MessageDigest digest = Sha256.digest();
        digest.update((byte) (event.brand().value() >> 8));
        digest.update((byte) event.brand().value());
        digest.update(event.source().getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(event.messageId().getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }
}
