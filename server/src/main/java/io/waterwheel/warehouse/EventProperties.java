package io.waterwheel.warehouse;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.privacy.PersonalFields;
import io.waterwheel.kernel.privacy.Vault;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What can be asked of an event: its properties by path, each with one text or, of a list, several.
///
/// - `{"price": 5.0}` is `price` = `5`: a number is written plainly, and a text that is one is written as one.
/// - `{"colours": ["red", "blue"]}` is `colours` = `red`, `blue`.
/// - `{"address": {"city": "…"}}` is `address.city`; of a list of objects, `products[].category` has every line's.
/// - Two objects deep, 50 properties, 50 values each, names of 100 and values of 200 characters; what is beyond is
///   left out, never cut. So is what is blank or null.
/// - Whatever is personal is left out: sealed values, fields named for personal data, values that look like a phone
///   number, an e-mail address or an identity number, and all that [#DESCRIBING] events say.
public final class EventProperties {

    private static final int DEEPEST = 2;
    private static final int PROPERTIES_MOST = 50;
    private static final int VALUES_MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 200;

    private static final int WHOLE_DIGITS = 18;
    private static final int FRACTION_DIGITS = 9;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{1,9})?");

    /// They tell who somebody is, and to whom they are joined; that is kept of the customer, not of the event.
    private static final Set<String> DESCRIBING = Set.of(
            EventNames.IDENTIFIED,
            EventNames.ALIASED,
            EventNames.GROUP_JOINED,
            EventNames.GROUP_LEFT,
            EventNames.CUSTOMER_REFERRED,
            EventNames.CUSTOMERS_MERGED,
            EventNames.CUSTOMERS_SEPARATED,
            EventNames.SAME_PERSON_CONFIRMED,
            EventNames.DIFFERENT_PEOPLE_CONFIRMED,
            EventNames.ATTRIBUTES_DECIDED,
            EventNames.EVENTS_RETRACTED,
            EventNames.PERSON_ERASED);

    /// The nickname of a friend.
    private static final String NAME = "name";

    private static final JsonFactory JSON = new JsonFactory();

    private final boolean friend;
    private final Map<String, List<String>> properties = new LinkedHashMap<>();

    private EventProperties(boolean friend) {
        this.friend = friend;
    }

    /// @param event      its name
    /// @param properties a JSON object as text
    public static Map<String, List<String>> of(String event, String properties) {
        if (properties.length() <= 2 || DESCRIBING.contains(event)) {
            return Map.of();
        }
        EventProperties walk = new EventProperties(event.equals(EventNames.FRIEND_ADDED));
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), properties)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                walk.object(parser, "", 0, false);
            }
        } catch (JacksonException e) {
            // The log holds JSON; what cannot be read any further cannot be asked for.
            return walk.properties;
        }
        return walk.properties;
    }

    /// A text as it is kept: one that is a number, in whatever width, as that number's plain digits.
    public static String text(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return text;
        }
        String folded = ascii(text)
                ? text.strip()
                : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
        return NUMBER.matcher(folded).matches() ? folded : text;
    }

    private void object(JsonParser parser, String before, int depth, boolean inside) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            boolean personal = inside ? !PersonalFields.shared(name) : personal(name, depth);
            if (name.length() > LONGEST_NAME || PersonalFields.telling(name)) {
                parser.skipChildren();
            } else {
                value(parser, token, before + name, depth, personal);
            }
        }
    }

    private boolean personal(String name, int depth) {
        return PersonalFields.personal(name) || friend && depth == 0 && name.equals(NAME);
    }

    private void value(JsonParser parser, JsonToken token, String property, int depth, boolean personal) {
        switch (token) {
            case START_OBJECT -> {
                if (depth < DEEPEST) {
                    object(parser, property + ".", depth + 1, personal);
                } else {
                    parser.skipChildren();
                }
            }
            case START_ARRAY -> list(parser, property, depth, personal);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> keep(property, number(parser.getString()), personal);
            case VALUE_TRUE, VALUE_FALSE -> keep(property, parser.getString(), personal);
            case VALUE_STRING -> {
                String text = parser.getString();
                keep(property, text.length() > LONGEST_VALUE ? "" : text(text), personal);
            }
            default -> {
                // null is not there
            }
        }
    }

    /// A list in a list has no name of its own.
    private void list(JsonParser parser, String property, int depth, boolean personal) {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            switch (token) {
                case START_OBJECT -> value(parser, token, property + "[]", depth, personal);
                case START_ARRAY -> parser.skipChildren();
                default -> value(parser, token, property, depth, personal);
            }
        }
    }

    private void keep(String property, String value, boolean personal) {
        if (personal || value.isBlank() || Vault.isSealed(value) || PersonalFields.telling(value)) {
            return;
        }
        List<String> values = properties.get(property);
        if (values == null) {
            if (properties.size() == PROPERTIES_MOST) {
                return;
            }
            values = new ArrayList<>(1);
            properties.put(property, values);
        }
        if (values.size() < VALUES_MOST) {
            values.add(value);
        }
    }

    /// `5.0` and `5` are one number; what is too large or too fine to be compared stays as it was written.
    private static String number(String text) {
        if (text.length() > LONGEST_NUMBER) {
            return text.length() > LONGEST_VALUE ? "" : text;
        }
        try {
            BigDecimal number = new BigDecimal(text).stripTrailingZeros();
            return (long) number.precision() - number.scale() <= WHOLE_DIGITS && number.scale() <= FRACTION_DIGITS
                    ? number.toPlainString()
                    : text;
        } catch (NumberFormatException exponentBeyondAll) {
            return text;
        }
    }

    private static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
