package io.waterwheel.intake.file.table;

import java.math.BigDecimal;
import java.util.StringJoiner;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes one JSON object apart: what is nested is named by its path, a list of plain values becomes one cell.
final class JsonCells {

    private static final int LONGEST_EXPONENT = 400;

    private final JsonMapper json = JsonMapper.shared();

    /// @throws tools.jackson.core.JacksonException when the text is not one object
    void read(String text, BiConsumer<String, String> cell) {
        try (JsonParser in = json.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new StreamReadException(in, "not an object");
            }
            object(in, "", cell);
            if (in.nextToken() != null) {
                throw new StreamReadException(in, "more than one object");
            }
        }
    }

    private static void object(JsonParser in, String prefix, BiConsumer<String, String> cell) {
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String path = prefix + in.currentName();
            JsonToken token = in.nextToken();
            if (token == JsonToken.START_OBJECT) {
                object(in, path + ".", cell);
            } else {
                String value = value(in, token);
                if (value != null) {
                    cell.accept(path, value);
                }
            }
        }
    }

    private static @Nullable String value(JsonParser in, @Nullable JsonToken token) {
        return switch (token) {
            case null -> throw new StreamReadException(in, "cut off");
            case VALUE_NULL -> null;
            case VALUE_NUMBER_FLOAT, VALUE_NUMBER_INT -> number(in.getString());
            case START_ARRAY -> list(in.readValueAsTree());
            default -> in.getString();
        };
    }

    private static String list(JsonNode list) {
        StringJoiner values = new StringJoiner(",");
        for (JsonNode value : list) {
            if (!value.isValueNode()) {
                return list.toString();
            }
            values.add(value.asString());
        }
        return values.toString();
    }

    /// Without an exponent, as people write numbers.
    static String number(String text) {
        if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            return text;
        }
        BigDecimal number = new BigDecimal(text);
        return Math.abs((long) number.scale()) > LONGEST_EXPONENT
                ? text
                : number.stripTrailingZeros().toPlainString();
    }
}
