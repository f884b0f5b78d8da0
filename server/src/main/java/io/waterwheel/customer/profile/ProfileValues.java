package io.waterwheel.customer.profile;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One customer's attributes.
///
/// @param attributes what is in force, by name
/// @param others     what other sources say, the better first; only attributes of which more than one spoke
record ProfileValues(Map<String, AttributeValue> attributes, Map<String, List<AttributeValue>> others) {

    static final ProfileValues NOTHING = new ProfileValues(Map.of(), Map.of());

    @Nullable
    String text(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? null : value.value();
    }

    /// Reads a date; what is not one stays an attribute without a column.
    @Nullable
    LocalDate date(String name) {
        String text = text(name);
        try {
            return text == null || text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
