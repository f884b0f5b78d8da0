package io.waterwheel.intake.quarantine;

import io.waterwheel.kernel.privacy.PersonalFields;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes an event readable without telling whose it is: what stands under a personal name, and what looks like a
/// phone number, an e-mail address or an identity number anywhere.
@Component
class PersonalMask {

    private static final String WRITE_KEY = "writeKey";

    private final JsonMapper json;
    private final ObjectReader exact;

    PersonalMask(JsonMapper json) {
        this.json = json;
        this.exact = json.reader()
                .with(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    /// @return null when the text is no JSON: then nobody knows what in it is personal
    @Nullable
    String masked(String text) {
        try {
            return json.writeValueAsString(masked(exact.readTree(text), false));
        } catch (JacksonException e) {
            return null;
        }
    }

    private static JsonNode masked(JsonNode node, boolean personal) {
        switch (node) {
            case ObjectNode object ->
                object.propertyNames().stream().toList().forEach(name -> {
                    boolean inside = personal ? !PersonalFields.shared(name) : hidden(name);
                    object.set(name, masked(object.get(name), inside));
                });
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, masked(array.get(i), personal));
                }
            }
            default -> {
                if (node.isString() || node.isNumber()) {
                    String value = node.asString();
                    return personal
                            ? StringNode.valueOf(hide(value))
                            : PersonalFields.telling(value) ? StringNode.valueOf(hide(value)) : node;
                }
            }
        }
        return node;
    }

    private static boolean hidden(String name) {
        return PersonalFields.personal(name) || name.equals(WRITE_KEY);
    }

    /// Enough for its owner to recognise, as everywhere on the screen.
    private static String hide(String value) {
        int at = value.indexOf('@');
        if (at > 0) {
            return value.charAt(0) + "***" + value.substring(at);
        }
        return value.length() < 11 ? "****" : value.substring(0, 3) + "****" + value.substring(value.length() - 4);
    }
}
