package io.waterwheel.intake.connector;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A push as it came, before anybody has looked at it.
///
/// @param headers names in lower case
/// @param query   the address's parameters, decoded
public record PushRequest(Map<String, String> headers, Map<String, String> query, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// @param name in lower case
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /// @throws tools.jackson.core.JacksonException when it is none
    public JsonNode json() {
        return JSON.readTree(body);
    }

    /// @throws tools.jackson.core.JacksonException when it is none
    public static JsonNode json(String text) {
        return JSON.readTree(text);
    }

    public boolean isForm() {
        String type = headers.getOrDefault("content-type", "").toLowerCase(Locale.ROOT);
        return type.startsWith("application/x-www-form-urlencoded");
    }

    /// The body's parameters when it is a form, none otherwise.
    public Map<String, String> form() {
        return isForm() ? parameters(text()) : Map.of();
    }

    /// @param encoded `a=1&b=2`, percent-encoded
    public static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (encoded != null) {
            for (String pair : encoded.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    /// What cannot be decoded stays as it is: no signature will match it.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
