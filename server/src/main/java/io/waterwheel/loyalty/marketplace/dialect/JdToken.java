package io.waterwheel.loyalty.marketplace.dialect;

import static io.waterwheel.loyalty.marketplace.dialect.Signing.bytes;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// What JD signs with: MD5 over the secret, every plain field of the body by its name, and the secret again. Empty
/// texts, objects and lists are left out, and so is the token itself.
final class JdToken {

    static final String FIELD = "token";

    private JdToken() {}

    static String of(String secret, JsonNode body) {
        Map<String, String> plain = new TreeMap<>();
        body.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isString() || value.isNumber()) {
                plain.put(field.getKey(), value.asString());
            }
        });
        plain.remove(FIELD);
        StringBuilder text = new StringBuilder(secret);
        plain.forEach((name, value) -> {
            if (!value.isEmpty()) {
                text.append(name).append(value);
            }
        });
        return Signing.hex("MD5", bytes(text.append(secret).toString())).toUpperCase(Locale.ROOT);
    }
}
