package io.waterwheel.customer.tag;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.TagChange;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a change of a tag says on the timeline: names for people, ids and the group's choice for the projection, which
/// asks nothing but the event.
@Component
class TagEvents {

    private static final String SOURCE = "tags";

    private final JsonMapper json;

    TagEvents(JsonMapper json) {
        this.json = json;
    }

    NewEvent event(Brand brand, TagChange change) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("tag_id", change.tag().id().toString());
        properties.put("tag", change.tag().name());
        properties.put("group_id", change.tag().groupId().toString());
        properties.put("group", change.tag().group());
        properties.put("single", change.tag().single());
        put(properties, "value", change.value());
        properties.put("origin", change.origin().code());
        put(properties, "by", change.by());
        put(properties, "was", change.was());
        return new NewEvent(
                brand.id(),
                SOURCE,
                change.messageId(),
                change.added() ? EventNames.TAG_ADDED : EventNames.TAG_REMOVED,
                // A row keeps microseconds; an event that kept more would be newer than itself.
                change.at().truncatedTo(ChronoUnit.MICROS),
                new Subject.Known(change.customer()),
                json.writeValueAsString(properties),
                "{}");
    }

    static boolean tells(LoggedEvent event) {
        return event.name().equals(EventNames.TAG_ADDED) || event.name().equals(EventNames.TAG_REMOVED);
    }

    TagSides sides(LoggedEvent event, JsonNode properties) {
        Instant at = event.at().truncatedTo(ChronoUnit.MICROS);
        boolean added = event.name().equals(EventNames.TAG_ADDED);
        TagSides.Side side = new TagSides.Side(
                at,
                added ? text(properties, "value") : null,
                properties.path("origin").asString("manual"),
                text(properties, "by"));
        return new TagSides(
                properties.path("group_id").asLong(0),
                properties.path("single").asBoolean(false),
                added ? side : null,
                added ? null : side);
    }

    JsonNode properties(LoggedEvent event) {
        return json.readTree(event.properties());
    }

    private static @Nullable String text(JsonNode properties, String name) {
        JsonNode value = properties.path(name);
        return value.isString() ? value.asString() : null;
    }

    private static void put(Map<String, Object> properties, String name, @Nullable String value) {
        if (value != null) {
            properties.put(name, value);
        }
    }
}
