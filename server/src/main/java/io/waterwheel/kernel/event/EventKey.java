package io.waterwheel.kernel.event;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/// The first 128 bits of SHA-256 over brand, source and message id: two events collide by chance once in 2⁶⁴.
final class EventKey {

    private EventKey() {}

    static UUID of(NewEvent event) {
        return of(event.brand(), event.source(), event.messageId());
    }

    static List<UUID> of(List<NewEvent> events) {
        MessageDigest digest = Sha256.digest();
        return events.stream()
                .map(event -> of(digest, event.brand(), event.source(), event.messageId()))
                .toList();
    }

    static UUID of(BrandId brand, String source, String messageId) {
        return of(Sha256.digest(), brand, source, messageId);
    }

    private static UUID of(MessageDigest digest, BrandId brand, String source, String messageId) {
        digest.update((byte) (brand.value() >> 8));
        digest.update((byte) brand.value());
        digest.update(source.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(messageId.getBytes(StandardCharsets.UTF_8)));
        return new UUID(hash.getLong(), hash.getLong());
    }
}
