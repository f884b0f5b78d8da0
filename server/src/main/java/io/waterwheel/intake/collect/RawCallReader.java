package io.waterwheel.intake.collect;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads a body once, remembering where things stand rather than building them.
final class RawCallReader {

    private final byte[] body;
    private final JsonParser json;
    private final JsonPartReader parts;

    private @Nullable String sentAt;
    private @Nullable String writeKey;
    private @Nullable JsonPart context;
    private @Nullable JsonPart integrations;

    private RawCallReader(byte[] body, JsonParser json) {
        this.body = body;
        this.json = json;
        this.parts = new JsonPartReader(body, json);
    }

    /// @param json a parser at the beginning of `body`
    /// @throws JacksonException when the body is not one JSON object with an array named batch
    static RawCall batch(byte[] body, JsonParser json) {
        RawCallReader reader = new RawCallReader(body, json);
        reader.begin();
        List<RawEvent> events = reader.batch();
        return reader.finish(events);
    }

    /// @param type what it is, whatever it says itself; null to believe it
    /// @throws JacksonException when the body is not one JSON object
    static RawCall single(byte[] body, JsonParser json, @Nullable CallType type) {
        RawCallReader reader = new RawCallReader(body, json);
        reader.begin();
        RawEvent event = reader.event();
        if (type != null) {
            event.type = type.code();
        }
        return reader.finish(List.of(event));
    }

    /// Whether a body is a batch rather than a single call.
    ///
    /// @param json a parser of its own at the beginning of the body
    /// @throws JacksonException when the body is not one JSON object
    static boolean isBatch(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new UnexpectedJson(json, "a JSON object");
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            if (json.nextToken() == JsonToken.START_ARRAY && name.equals("batch")) {
                return true;
            }
            json.skipChildren();
        }
        return false;
    }

    private void begin() {
        // In UTF-16 or UTF-32 the parser knows no places in bytes.
        if (json.nextToken() != JsonToken.START_OBJECT || tokenStart() < 0) {
            throw new UnexpectedJson(json, "a JSON object in UTF-8");
        }
    }

    private RawCall finish(List<RawEvent> events) {
        if (json.nextToken() != null) {
            throw new UnexpectedJson(json, "nothing more");
        }
        return new RawCall(body, events, sentAt, context, integrations, writeKey);
    }

    private List<RawEvent> batch() {
        List<RawEvent> events = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "batch" -> events = events();
                case "sentAt" -> sentAt = scalar();
                case "writeKey" -> writeKey = scalar();
                case "context" -> context = object();
                case "integrations" -> integrations = object();
                default -> json.skipChildren();
            }
        }
        if (events == null) {
            throw new UnexpectedJson(json, "an array named batch");
        }
        return events;
    }

    private List<RawEvent> events() {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw new UnexpectedJson(json, "an array");
        }
        List<RawEvent> events = new ArrayList<>(128);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            events.add(json.currentToken() == JsonToken.START_OBJECT ? event() : notAnObject());
        }
        return events;
    }

    private RawEvent notAnObject() {
        RawEvent event = new RawEvent(tokenStart());
        event.fault(RefusalReason.NOT_AN_OBJECT);
        json.skipChildren();
        json.finishToken();
        event.end = here();
        return event;
    }

    private RawEvent event() {
        RawEvent event = new RawEvent(tokenStart());
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            switch (name) {
                case "type" -> event.type = scalar();
                case "event" -> event.event = scalar();
                case "userId" -> event.userId = scalar();
                case "anonymousId" -> event.anonymousId = scalar();
                case "messageId" -> event.messageId = scalar();
                case "name" -> event.name = scalar();
                case "category" -> event.category = scalar();
                case "groupId" -> event.groupId = scalar();
                case "previousId" -> event.previousId = scalar();
                case "channel" -> event.channel = scalar();
                case "timestamp" -> event.timestamp = scalar();
                case "originalTimestamp" -> event.originalTimestamp = scalar();
                case "sentAt" -> {
                    event.sentAtStart = tokenStart();
                    event.sentAt = scalar();
                    event.sentAtEnd = here();
                }
                case "writeKey" -> writeKey = scalar();
                case "properties" -> event.properties = object(event, JsonPartReader.Role.PROPERTIES);
                case "traits" -> event.traits = object(event, JsonPartReader.Role.TRAITS);
                case "context" -> event.context = object(event, JsonPartReader.Role.CONTEXT);
                case "integrations" -> event.integrations = object();
                default -> json.skipChildren();
            }
        }
        event.end = here();
        return event;
    }

    /// What is no object says nothing here; the whole batch is not refused for it.
    private @Nullable JsonPart object() {
        if (json.currentToken() == JsonToken.START_OBJECT) {
            return parts.read(JsonPartReader.Role.PROPERTIES);
        }
        json.skipChildren();
        return null;
    }

    private @Nullable JsonPart object(RawEvent event, JsonPartReader.Role role) {
        switch (json.currentToken()) {
            case START_OBJECT -> {
                JsonPart part = parts.read(role);
                if (part.fault() != null) {
                    event.fault(part.fault());
                }
                return part;
            }
            case VALUE_NULL -> {
                return null;
            }
            default -> {
                event.fault(RefusalReason.NOT_AN_OBJECT);
                json.skipChildren();
                return null;
            }
        }
    }

    private @Nullable String scalar() {
        if (json.currentToken() == JsonToken.VALUE_NULL || json.currentToken().isStructStart()) {
            json.skipChildren();
            return null;
        }
        return json.getString();
    }

    private int tokenStart() {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    private int here() {
        return (int) json.currentLocation().getByteOffset();
    }
}
