package io.waterwheel.segment.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds a value against a JSON Schema, as far as [DefinitionSchema] uses the standard; a keyword it does not know
/// is an error, so that nothing is passed over. The console's tests hold the same file against a validator of the
/// trade.
public final class SchemaCheck {

    private final JsonNode root;

    private SchemaCheck(JsonNode root) {
        this.root = root;
    }

    public static SchemaCheck published() {
        return new SchemaCheck(new JsonMapper().valueToTree(DefinitionSchema.published()));
    }

    boolean conforms(JsonNode value) {
        return faults(root, value, "").isEmpty();
    }

    /// Where the value does not conform, and to which keyword.
    public List<String> faults(JsonNode value) {
        return faults(root, value, "");
    }

    private List<String> faults(JsonNode schema, JsonNode value, String place) {
        List<String> faults = new ArrayList<>();
        schema.propertyStream().forEach(keyword -> {
            JsonNode said = keyword.getValue();
            boolean holds = switch (keyword.getKey()) {
                case "$schema", "$id", "$defs", "title", "description", "format", "then" -> true;
                case "$ref" -> add(faults, faults(root.at(said.stringValue().substring(1)), value, place));
                case "type" -> isOf(said.stringValue(), value);
                case "const" -> said.equals(value);
                case "enum" -> said.valueStream().anyMatch(value::equals);
                case "pattern" ->
                    !value.isString()
                            || Pattern.compile(said.stringValue())
                                    .matcher(value.stringValue())
                                    .find();
                case "maxLength" ->
                    !value.isString()
                            || value.stringValue()
                                            .codePointCount(
                                                    0, value.stringValue().length())
                                    <= said.intValue();
                case "minimum" -> !value.isNumber() || value.decimalValue().compareTo(said.decimalValue()) >= 0;
                case "maximum" -> !value.isNumber() || value.decimalValue().compareTo(said.decimalValue()) <= 0;
                case "minItems" -> !value.isArray() || value.size() >= said.intValue();
                case "maxItems" -> !value.isArray() || value.size() <= said.intValue();
                case "required" ->
                    !value.isObject() || said.valueStream().allMatch(name -> value.has(name.stringValue()));
                case "additionalProperties" ->
                    !value.isObject()
                            || schema.get("properties").propertyNames().containsAll(value.propertyNames());
                case "properties" -> {
                    said.propertyStream()
                            .filter(property -> value.has(property.getKey()))
                            .forEach(property -> add(
                                    faults,
                                    faults(
                                            property.getValue(),
                                            value.get(property.getKey()),
                                            place + "/" + property.getKey())));
                    yield true;
                }
                case "items" -> {
                    for (int i = 0; value.isArray() && i < value.size(); i++) {
                        add(faults, faults(said, value.get(i), place + "/" + i));
                    }
                    yield true;
                }
                case "oneOf" -> holding(said, value, place) == 1;
                case "anyOf" -> holding(said, value, place) > 0;
                case "allOf" -> holding(said, value, place) == said.size();
                case "if" ->
                    !faults(said, value, place).isEmpty()
                            || faults(schema.get("then"), value, place).isEmpty();
                default -> throw new IllegalArgumentException("keyword " + keyword.getKey());
            };
            if (!holds) {
                faults.add(place + " " + keyword.getKey());
            }
        });
        return faults;
    }

    private long holding(JsonNode schemas, JsonNode value, String place) {
        return schemas.valueStream()
                .filter(schema -> faults(schema, value, place).isEmpty())
                .count();
    }

    private static boolean add(List<String> faults, List<String> more) {
        faults.addAll(more);
        return true;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            default -> throw new IllegalArgumentException("type " + type);
        };
    }
}
