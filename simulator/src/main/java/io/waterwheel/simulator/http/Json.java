package io.waterwheel.simulator.http;

import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON as this server reads and writes it.
public final class Json {
    /// Strict about unknown names: a misspelt `buyRate` must not quietly mean zero.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Json() {}

    /// @throws JacksonException when the text is not JSON or does not fit the type
    public static <T> T read(byte[] json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /// The base value with the fields present in the patch replaced.
    public static <T> T patched(T base, byte[] patch, Class<T> type) {
        var merged = MAPPER.<ObjectNode>valueToTree(base);
        tree(patch).properties().forEach(field -> merged.set(field.getKey(), field.getValue()));
        return MAPPER.treeToValue(merged, type);
    }

    public static JsonNode tree(byte[] json) {
        return MAPPER.readTree(json);
    }

    public static byte[] bytes(Object value) {
        return MAPPER.writeValueAsBytes(value);
    }

    public static String text(Object value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }
}
