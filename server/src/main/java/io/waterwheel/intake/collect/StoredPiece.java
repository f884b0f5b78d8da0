package io.waterwheel.intake.collect;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// What lies in quarantine, unsealed: an event of a batch, a single call, or a body that could not be read.
///
/// @param how        [#EVENT], [#BATCH], [#OTHER], or the code of the single call it was sent to
/// @param body       as it came, or as a person corrected it
/// @param envelope   what stood around an event of a batch, as JSON; null for nothing
/// @param receivedAt when it first came
/// @param standIn    the message id of an event without one, null for that of its own bytes
public record StoredPiece(
        String how,
        String body,
        @Nullable String envelope,
        Instant receivedAt,
        @Nullable String standIn) {

    public static final String EVENT = "event";
    public static final String BATCH = "batch";

    /// Not in the collector's form, so its rules cannot judge it.
    public static final String OTHER = "other";

    /// A batch's context is kept with each of its events; a small batch must not become gigabytes that way.
    private static final long CONTEXTS_MOST = 1 << 20;

    /// The whole body it must have been part of, so that one reader serves both.
    byte[] whole() {
        if (!how.equals(EVENT)) {
            return body.getBytes(StandardCharsets.UTF_8);
        }
        String before = envelope == null ? "{" : envelope.substring(0, envelope.length() - 1) + ",";
        return (before + "\"batch\":[" + body + "]}").getBytes(StandardCharsets.UTF_8);
    }

    static @Nullable String envelope(JsonMapper json, RawCall call, int pieces) {
        Map<String, Object> around = new LinkedHashMap<>();
        if (call.sentAt() != null) {
            around.put("sentAt", call.sentAt());
        }
        JsonPart context = call.context();
        if (context != null && (long) (context.end() - context.start()) * pieces <= CONTEXTS_MOST) {
            String text =
                    new String(call.body(), context.start(), context.end() - context.start(), StandardCharsets.UTF_8);
            around.put("context", new RawValue(text));
        }
        return around.isEmpty() ? null : json.writeValueAsString(around);
    }
}
