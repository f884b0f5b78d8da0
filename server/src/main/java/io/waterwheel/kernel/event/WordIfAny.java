package io.waterwheel.kernel.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/// Reads a word, and nothing where something else stands: events were taken before anybody asked for it, and an order
/// must not become unreadable by what it says beside its money.
final class WordIfAny extends ValueDeserializer<String> {

    @Override
    public @Nullable String deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken().isScalarValue()) {
            return json.getValueAsString();
        }
        json.skipChildren();
        return null;
    }
}
