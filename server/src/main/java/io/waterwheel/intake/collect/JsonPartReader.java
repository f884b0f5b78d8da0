package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks through one object of a body, noting what is personal and what cannot be stored.
final class JsonPartReader {

    private static final Map<String, IdentifierKind> IDENTIFYING = Map.of(
            "phone", IdentifierKind.PHONE,
            "email", IdentifierKind.EMAIL,
            "memberNo", IdentifierKind.MEMBER_NO,
            "member_no", IdentifierKind.MEMBER_NO,
            "unionid", IdentifierKind.UNIONID,
            "external_userid", IdentifierKind.EXTERNAL_USERID);

    /// PostgreSQL's numbers end at 131,072 digits; nobody means one that long.
    private static final int LONGEST_EXPONENT = 3;

    private final byte[] body;
    private final JsonParser json;

    JsonPartReader(byte[] body, JsonParser json) {
        this.body = body;
        this.json = json;
    }

    /// Reads the object whose `{` is the current token.
    ///
    /// @param identifiers takes the object's own fields that are identifiers; null when it has none
    JsonPart read(@Nullable Map<IdentifierKind, String> identifiers) {
        int start = tokenStart();
        List<JsonPart.Secret> secrets = List.of();
        RefusalReason fault = null;
        String name = "";
        int personalDepth = 0; // below it everything is part of an address
        for (int depth = 1; depth > 0; ) {
            JsonToken token = json.nextToken();
            if (token == null) {
                throw new UnexpectedJson(json, "}");
            }
            switch (token) {
                case PROPERTY_NAME -> name = json.currentName();
                case START_OBJECT, START_ARRAY -> {
                    depth++;
                    if (personalDepth == 0 && PersonalFields.personal(name)) {
                        personalDepth = depth;
                    }
                }
                case END_OBJECT, END_ARRAY -> {
                    personalDepth = personalDepth == depth ? 0 : personalDepth;
                    depth--;
                    // A name does not reach beyond its value.
                    name = json.currentName() == null ? "" : json.currentName();
                }
                case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    if (token == JsonToken.VALUE_NUMBER_FLOAT && !storable(json.getString())) {
                        fault = RefusalReason.NUMBER_UNSTORABLE;
                    }
                    if (identifiers != null && depth == 1) {
                        IdentifierKind kind = IDENTIFYING.get(name);
                        if (kind != null) {
                            identifiers.put(kind, json.getString());
                        }
                    }
                    if (personalDepth > 0 ? !PersonalFields.shared(name) : PersonalFields.personal(name)) {
                        secrets = secrets.isEmpty() ? new ArrayList<>() : secrets;
                        int valueStart = tokenStart();
                        String plain = json.getString();
                        secrets.add(new JsonPart.Secret(valueStart, here(), plain));
                    }
                }
                default -> {
                    // true, false and null are nobody's secret
                }
            }
        }
        int end = here();
        if (fault == null && !StorableText.json(body, start, end)) {
            fault = RefusalReason.TEXT_UNSTORABLE;
        }
        return new JsonPart(start, end, secrets, fault);
    }

    private int tokenStart() {
        return (int) json.currentTokenLocation().getByteOffset();
    }

    private int here() {
        return (int) json.currentLocation().getByteOffset();
    }

    private static boolean storable(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        return exponent < 0
                || number.substring(exponent + 1).replaceFirst("^[+-]?0*", "").length() <= LONGEST_EXPONENT;
    }
}
