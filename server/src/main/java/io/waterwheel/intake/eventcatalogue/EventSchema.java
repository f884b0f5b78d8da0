package io.waterwheel.intake.eventcatalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A standard event's properties as JSON Schema (2020-12). What it does not name is allowed, for senders know more
/// than we.
public final class EventSchema {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private EventSchema() {}

    public static Map<String, Object> of(StandardEvent event) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", DIALECT);
        schema.put("$id", "https://waterwheel.dev/events/" + event.slug() + ".json");
        schema.put("title", event.name());
        schema.put("description", event.meaning().en() + " · " + event.meaning().zh());
        schema.putAll(object(event.properties()));
        return schema;
    }

    private static Map<String, Object> object(List<StandardProperty> properties) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        Map<String, Object> fields = new LinkedHashMap<>();
        properties.forEach(property -> fields.put(property.name(), property(property)));
        schema.put("properties", fields);
        List<String> required = properties.stream()
                .filter(StandardProperty::required)
                .map(StandardProperty::name)
                .toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> property(StandardProperty property) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put(
                "description",
                property.meaning().en() + " · " + property.meaning().zh());
        switch (property.shape()) {
            case Shape.ListOf(List<StandardProperty> properties) -> {
                schema.put("type", "array");
                schema.put("items", object(properties));
            }
            case Shape.Simple(PropertyType type) -> {
                switch (type) {
                    case TEXT -> schema.put("type", "string");
                    case NUMBER -> schema.put("type", "number");
                    case BOOLEAN -> schema.put("type", "boolean");
                    case TIME -> {
                        schema.put("type", "string");
                        schema.put("format", "date-time");
                    }
                    case LIST -> schema.put("type", "array");
                    case OBJECT -> schema.put("type", "object");
                }
            }
        }
        return schema;
    }
}
