package io.waterwheel.segment.web;

import io.waterwheel.segment.language.DefinitionReader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a definition's JSON as it came. A field that is told twice is left to [DefinitionReader] to refuse: taking
/// one of the two, as JSON parsers do, would answer a question that the sender did not see.
final class DefinitionJson extends ValueDeserializer<JsonNode> {

    @Override
    public JsonNode deserialize(JsonParser parser, DeserializationContext context) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, context);
            case START_ARRAY -> array(parser, context);
            default -> context.readTree(parser);
        };
    }

    @Override
    public JsonNode getNullValue(DeserializationContext context) {
        return NullNode.getInstance();
    }

    private JsonNode object(JsonParser parser, DeserializationContext context) {
        ObjectNode object = context.getNodeFactory().objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            JsonNode value = deserialize(parser, context);
            object.set(name, object.has(name) ? DefinitionReader.TOLD_TWICE : value);
        }
        return object;
    }

    private JsonNode array(JsonParser parser, DeserializationContext context) {
        ArrayNode array = context.getNodeFactory().arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(deserialize(parser, context));
        }
        return array;
    }
}
