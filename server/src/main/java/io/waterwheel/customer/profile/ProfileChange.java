package io.waterwheel.customer.profile;

import io.waterwheel.customer.source.Levels;
import io.waterwheel.kernel.event.LoggedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// One customer's attributes as they gather from events: of each source the newest value, and of all sources the one
/// whose word counts most.
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
            "referrer",
            "guide",
            "add_way",
            "state");

    private static final Map<String, String> STANDARD = Map.of("birth_date", "birthday", "sex", "gender");
    private static final int VALUE_MOST = 1_000;

    private final Map<String, Map<Speaker, AttributeValue>> said = new TreeMap<>();

    private record Speaker(short brand, String source) {}

    /// The names under which events may tell an attribute.
    static List<String> names(String attribute) {
        List<String> names = new ArrayList<>(List.of(attribute));
        STANDARD.forEach((name, standard) -> {
            if (standard.equals(attribute)) {
                names.add(name);
            }
        });
        return names;
    }

    void take(JsonNode properties, LoggedEvent event) {
        properties.properties().forEach(property -> {
            JsonNode value = property.getValue();
            String name = STANDARD.getOrDefault(property.getKey(), property.getKey());
            if (value.isValueNode() && !value.isNull() && !ELSEWHERE.contains(name)) {
                String text = value.asString();
                if (!text.isBlank() && text.length() <= VALUE_MOST) {
                    put(
                            name,
                            new AttributeValue(
                                    text,
                                    event.source(),
                                    event.at(),
                                    event.brand().value()));
                }
            }
        });
    }

    /// Adds what was known before, where the same source said nothing newer.
    ProfileChange over(ProfileValues before) {
        before.attributes().forEach(this::put);
        before.others().forEach((name, values) -> values.forEach(value -> put(name, value)));
        return this;
    }

    private void put(String name, AttributeValue value) {
        said.computeIfAbsent(name, unheard -> new HashMap<>(2))
                .merge(new Speaker(value.brand(), value.source()), value, AttributeValue::orNewer);
    }

    ProfileValues decide(Levels levels) {
        Map<String, AttributeValue> attributes = new TreeMap<>();
        Map<String, List<AttributeValue>> others = new TreeMap<>();
        said.forEach((name, bySource) -> {
            if (bySource.size() == 1) {
                attributes.put(name, bySource.values().iterator().next());
            } else {
                List<AttributeValue> values = bySource.values().stream()
                        .sorted(AttributeValue.bestFirst(name, levels))
                        .toList();
                attributes.put(name, values.getFirst());
                others.put(name, values.subList(1, values.size()));
            }
        });
        return new ProfileValues(attributes, others);
    }
}
