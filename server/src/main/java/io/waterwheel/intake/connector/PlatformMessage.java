package io.waterwheel.intake.connector;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One message as it came.
///
/// @param json null when it is none
public record PlatformMessage(byte[] raw, @Nullable JsonNode json) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public static PlatformMessage of(byte[] raw) {
        try {
            JsonNode json = JSON.readTree(raw);
            return new PlatformMessage(raw, json.isObject() ? json : null);
        } catch (JacksonException e) {
            return new PlatformMessage(raw, null);
        }
    }

    static PlatformMessage of(JsonNode json) {
        return new PlatformMessage(JSON.writeValueAsBytes(json), json.isObject() ? json : null);
    }
}
