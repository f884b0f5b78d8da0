package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The language as JSON Schema (2020-12), made from the sealed records themselves: a new kind of condition is in it
/// from its first compile. What the shape of a record does not say stands in [SchemaRules].
///
/// What it cannot say, and [DefinitionReader] refuses all the same: days that are not in the calendar, windows that
/// end before they begin or are too long, tags and segments that are not there, cycles, and how large a whole
/// definition may be.
public final class DefinitionSchema {

    /// Where the server answers with it.
    public static final String ADDRESS = "/schemas/segment-definition.json";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String DEFINITIONS = "#/$defs/";

    private final Map<String, Map<String, Object>> definitions = new TreeMap<>();

    private DefinitionSchema() {}

    public static Map<String, Object> published() {
        DefinitionSchema schema = new DefinitionSchema();
        Map<String, Object> published = new LinkedHashMap<>();
        published.put("$schema", DIALECT);
        published.put("$id", "https://waterwheel.dev" + ADDRESS);
        published.put("title", "Segment definition · 人群定义");
        published.put(
                "description",
                ("A question about a customer, answered yes or no; the meaning is in docs/segment-language.md. At most %d"
                                + " levels, %d conditions and %d values. · 对一位客户的是非提问；最多 %1$d 层、%2$d 个条件、%3$d 个值。")
                        .formatted(Limits.DEPTH, Limits.CONDITIONS, Limits.VALUES));
        published.putAll(schema.of(Condition.class));
        published.put("$defs", schema.definitions);
        return published;
    }

    private Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return fields("type", "array", "items", of(list.getActualTypeArguments()[0]));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new IllegalStateException("no schema for " + type);
        }
        if (plain.isEnum()) {
            return fields("enum", words(plain));
        }
        if (plain.isRecord() || plain.isSealed()) {
            return reference(plain);
        }
        return switch (plain.getSimpleName()) {
            case "String" -> fields("type", "string");
            case "boolean", "Boolean" -> fields("type", "boolean");
            case "int", "long", "Integer", "Long" -> fields("type", "integer");
            case "double", "Double", "BigDecimal" -> fields("type", "number");
            case "LocalDate" -> day();
            default -> throw new IllegalStateException("no schema for " + plain);
        };
    }

    static Map<String, Object> day() {
        return fields("type", "string", "format", "date", "pattern", "^" + Magnitude.DAY_TEXT.pattern() + "$");
    }

    private Map<String, Object> reference(Class<?> type) {
        String name = name(type);
        if (!definitions.containsKey(name)) {
            Map<String, Object> schema = new LinkedHashMap<>();
            // There before its parts are looked at: they may hold it again.
            definitions.put(name, schema);
            if (type.isRecord()) {
                record(schema, type, null);
            } else {
                choice(schema, type);
            }
        }
        return fields("$ref", DEFINITIONS + name);
    }

    private void choice(Map<String, Object> schema, Class<?> type) {
        List<Object> options = new ArrayList<>();
        for (JsonSubTypes.Type option : type.getAnnotation(JsonSubTypes.class).value()) {
            Map<String, Object> shape = new LinkedHashMap<>();
            if (definitions.putIfAbsent(name(option.value()), shape) != null) {
                throw new IllegalStateException(option.value() + " is two things");
            }
            record(shape, option.value(), option.name());
            options.add(fields("$ref", DEFINITIONS + name(option.value())));
        }
        schema.put("oneOf", options);
    }

    private void record(Map<String, Object> schema, Class<?> type, @Nullable String word) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        if (word != null) {
            properties.put("type", fields("const", word));
            required.add("type");
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Map<String, Object> value = of(component.getGenericType());
            value.putAll(SchemaRules.of(type, component.getName()));
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                properties.put(component.getName(), fields("anyOf", List.of(value, fields("type", "null"))));
            } else {
                properties.put(component.getName(), value);
                if (!SchemaRules.mayBeLeftOut(type, component.getName())) {
                    required.add(component.getName());
                }
            }
        }
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        List<Map<String, Object>> rules = SchemaRules.of(type);
        if (!rules.isEmpty()) {
            schema.put("allOf", rules);
        }
    }

    private static String name(Class<?> type) {
        Schema named = type.getAnnotation(Schema.class);
        return named == null || named.name().isEmpty() ? type.getSimpleName() : named.name();
    }

    /// The constants as they stand in JSON.
    static List<String> words(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> word((Enum<?>) constant))
                .toList();
    }

    static String word(Enum<?> constant) {
        try {
            return constant.getDeclaringClass()
                    .getField(constant.name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A JSON object, told as name, value, name, value …
    static Map<String, Object> fields(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
