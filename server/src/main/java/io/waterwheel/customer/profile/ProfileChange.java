package io.waterwheel.customer.profile;

import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One customer's attributes as they gather from events: the newest value of each stands.
final class ProfileChange {

    /// Identifiers, which the identity part keeps, and what describes the friendship rather than the person.
    private static final Set<String> ELSEWHERE = Set.of(
            "phone",
            "email",
            "member_no",
            "memberNo",
            "unionid",
            "openid",
            "buyer_id",
            "buyerId",
            "external_userid",
            "guide",
            "add_way",
            "state");

    private static final Map<String, String> STANDARD = Map.of("birth_date", "birthday", "sex", "gender");
    private static final int VALUE_MOST = 1_000;

    private final Map<String, AttributeValue> attributes = new TreeMap<>();

    static Map<String, AttributeValue> read(JsonMapper json, String text) {
        return json.readValue(text, new TypeReference<Map<String, AttributeValue>>() {});
    }

    void take(JsonNode properties, LoggedEvent event) {
        properties.properties().forEach(property -> {
            JsonNode value = property.getValue();
            String name = STANDARD.getOrDefault(property.getKey(), property.getKey());
            if (value.isValueNode() && !value.isNull() && !ELSEWHERE.contains(name)) {
                String text = value.asString();
                if (!text.isBlank() && text.length() <= VALUE_MOST) {
                    put(name, new AttributeValue(text, event.source(), event.at()));
                }
            }
        });
    }

    /// Adds what was known before, where nothing newer came.
    ProfileChange over(Map<String, AttributeValue> before) {
        before.forEach(this::put);
        return this;
    }

    private void put(String name, AttributeValue value) {
        attributes.merge(name, value, AttributeValue::orNewer);
    }

    Map<String, AttributeValue> attributes() {
        return attributes;
    }

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

    /// @param at when it was said, which decides between two sources
    record AttributeValue(String value, String source, Instant at) {

        /// The newer of two; of two at the same instant the greater text, so that order of arrival does not matter.
        AttributeValue orNewer(AttributeValue other) {
            int order = at.compareTo(other.at);
            return order > 0 || (order == 0 && value.compareTo(other.value) >= 0) ? this : other;
        }
    }
}
