package io.waterwheel.intake.eventcatalogue;

import io.waterwheel.kernel.privacy.PersonalFields;
import io.waterwheel.kernel.privacy.Vault;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Walks through an event's properties, two objects deep, telling what stands where.
final class PropertyWalk {

    private static final int DEEPEST = 2;
    private static final int LONGEST_NAME = 100;

    /// Of a list: what the twentieth line has, the first ones had.
    private static final int ITEMS_MOST = 20;

    private static final String DAY = "0000-00-00";

    private final JsonMapper json;

    PropertyWalk(JsonMapper json) {
        this.json = json;
    }

    /// Is told each filled property.
    @FunctionalInterface
    interface Visitor {

        /// @param property such as `total`, `address.city`, `products[].price`
        /// @param value    a text, number, or boolean as text; null for lists and objects
        /// @param personal it may not be shown
        void filled(String property, PropertyType type, @Nullable String value, boolean personal);
    }

    void walk(String properties, Visitor visitor) {
        try (JsonParser parser = json.createParser(properties)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, "", 0, false, visitor);
            }
        } catch (JacksonException e) {
            // The log holds JSON; what cannot be read here teaches nothing, and the log must go on.
            return;
        }
    }

    private void object(JsonParser parser, String before, int depth, boolean inside, Visitor visitor) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.length() > LONGEST_NAME) {
                parser.skipChildren();
                continue;
            }
            boolean personal = inside ? !PersonalFields.shared(name) : PersonalFields.personal(name);
            value(parser, token, before + folded(name), depth, personal, visitor);
        }
    }

    private void value(
            JsonParser parser, JsonToken token, String property, int depth, boolean personal, Visitor visitor) {
        switch (token) {
            case START_OBJECT -> {
                visitor.filled(property, PropertyType.OBJECT, null, personal);
                if (depth < DEEPEST) {
                    object(parser, property + ".", depth + 1, personal, visitor);
                } else {
                    parser.skipChildren();
                }
            }
            case START_ARRAY -> {
                visitor.filled(property, PropertyType.LIST, null, personal);
                list(parser, property, depth, personal, visitor);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                visitor.filled(property, PropertyType.NUMBER, parser.getString(), personal);
            case VALUE_TRUE, VALUE_FALSE ->
                visitor.filled(property, PropertyType.BOOLEAN, parser.getString(), personal);
            case VALUE_STRING -> text(property, parser.getString(), personal, visitor);
            default -> {
                // null is not filled
            }
        }
    }

    private void list(JsonParser parser, String property, int depth, boolean personal, Visitor visitor) {
        int items = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT && depth < DEEPEST && items++ < ITEMS_MOST) {
                object(parser, property + "[].", depth + 1, personal, visitor);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void text(String property, String text, boolean personal, Visitor visitor) {
        if (text.isBlank()) {
            return;
        }
        if (Vault.isSealed(text)) {
            visitor.filled(property, PropertyType.TEXT, null, true);
        } else {
            visitor.filled(property, day(text) ? PropertyType.TIME : PropertyType.TEXT, text, personal);
        }
    }

    /// A day, or a time that begins with one.
    private static boolean day(String text) {
        if (text.length() < DAY.length()) {
            return false;
        }
        for (int i = 0; i < DAY.length(); i++) {
            char c = text.charAt(i);
            if (DAY.charAt(i) == '0' ? c < '0' || c > '9' : c != '-') {
                return false;
            }
        }
        return text.length() == DAY.length()
                || (text.length() >= "0000-00-00T00:00".length()
                        && (text.charAt(DAY.length()) == 'T' || text.charAt(DAY.length()) == ' ')
                        && Character.isDigit(text.charAt(DAY.length() + 1)));
    }

    /// A name that holds a number of a thing or a phone is one of many that are alike, and may be personal itself.
    private static String folded(String name) {
        int digits = 0;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            if (digits == 4 || c == '@') {
                return name.replaceAll("\\d{4,}", "#").replaceAll("\\S*@\\S*", "#");
            }
        }
        return name;
    }
}
