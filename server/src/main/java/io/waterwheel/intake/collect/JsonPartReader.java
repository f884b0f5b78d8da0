package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.PersonalFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Walks through one object of a body, noting what is personal, who it names and what cannot be stored.
final class JsonPartReader {

    private static final Map<String, IdentifierKind> IDENTIFYING = Map.ofEntries(
            Map.entry("phone", IdentifierKind.PHONE),
            Map.entry("email", IdentifierKind.EMAIL),
            Map.entry("memberNo", IdentifierKind.MEMBER_NO),
            Map.entry("member_no", IdentifierKind.MEMBER_NO),
            Map.entry("unionid", IdentifierKind.UNIONID),
            Map.entry("openid", IdentifierKind.OPENID),
            Map.entry("external_userid", IdentifierKind.EXTERNAL_USERID),
            Map.entry("buyer_id", IdentifierKind.BUYER_ID),
            Map.entry("buyerId", IdentifierKind.BUYER_ID));

    /// PostgreSQL's numbers end at 131,072 digits; nobody means one that long.
    private static final int LONGEST_EXPONENT = 3;

    private final byte[] body;
    private final JsonParser json;

    JsonPartReader(byte[] body, JsonParser json) {
        this.body = body;
        this.json = json;
    }

    /// What an object is to its event, which tells where in it identifiers stand.
    enum Role {
        PROPERTIES,
        TRAITS,
        CONTEXT
    }

    /// Reads the object whose `{` is the current token.
    JsonPart read(Role role) {
        return new Walk(role).part();
    }

    private final class Walk {

        private static final int NOWHERE = -1;

        private final Role role;
        private final int start = tokenStart();

        private List<JsonPart.Secret> secrets = List.of();
        private List<JsonPart.Name> names = List.of();
        private @Nullable RefusalReason fault;
        private String name = "";
        private int depth = 1;
        private boolean empty = true;

        /// Below it everything is part of an address.
        private int personalDepth;

        /// Where the fields of the traits stand.
        private int traitsDepth;

        /// Where a field is a platform and its value the buyer's id there.
        private int buyersDepth = NOWHERE;

        // The traits inside a context.
        private @Nullable JsonPart traits;
        private int traitsStart;
        private int secretsBefore;
        private boolean noTraits = true;

        Walk(Role role) {
            this.role = role;
            this.traitsDepth = role == Role.TRAITS ? 1 : NOWHERE;
        }

        JsonPart part() {
            while (depth > 0) {
                JsonToken token = json.nextToken();
                if (token == null) {
                    throw new UnexpectedJson(json, "}");
                }
                switch (token) {
                    case PROPERTY_NAME -> {
                        name = json.currentName();
                        empty = false;
                        noTraits &= depth != traitsDepth;
                    }
                    case START_OBJECT, START_ARRAY -> enter(token);
                    case END_OBJECT, END_ARRAY -> leave();
                    case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> value(token);
                    default -> {
                        // true, false and null are nobody's secret
                    }
                }
            }
            int end = here();
            if (fault == null && !StorableText.json(body, start, end)) {
                fault = RefusalReason.TEXT_UNSTORABLE;
            }
            return new JsonPart(start, end, empty, secrets, role == Role.TRAITS ? names : List.of(), traits, fault);
        }

        private void enter(JsonToken token) {
            depth++;
            if (personalDepth == 0 && PersonalFields.personal(name)) {
                personalDepth = depth;
            }
            if (token == JsonToken.START_OBJECT) {
                if (depth == 2 && role == Role.CONTEXT && name.equals("traits")) {
                    traitsDepth = depth;
                    traitsStart = tokenStart();
                    secretsBefore = secrets.size();
                    noTraits = true;
                    names = List.of();
                } else if (depth == traitsDepth + 1 && (name.equals("buyer_ids") || name.equals("buyerIds"))) {
                    buyersDepth = depth;
                }
            }
        }

        private void leave() {
            if (personalDepth == depth) {
                personalDepth = 0;
            }
            if (buyersDepth == depth) {
                buyersDepth = NOWHERE;
            }
            if (traitsDepth == depth && role == Role.CONTEXT) {
                List<JsonPart.Secret> within = List.copyOf(secrets.subList(secretsBefore, secrets.size()));
                traits = new JsonPart(traitsStart, here(), noTraits, within, names, null, null);
                traitsDepth = NOWHERE;
            }
            depth--;
            // A name does not reach beyond its value.
            name = json.currentName() == null ? "" : json.currentName();
        }

        private void value(JsonToken token) {
            if (token == JsonToken.VALUE_NUMBER_FLOAT && !storable(json.getString())) {
                fault = RefusalReason.NUMBER_UNSTORABLE;
            }
            if (depth == traitsDepth) {
                IdentifierKind kind = IDENTIFYING.get(name);
                if (kind != null) {
                    names(kind, json.getString());
                }
            } else if (depth == buyersDepth) {
                names(IdentifierKind.BUYER_ID, name + ":" + json.getString());
            }
            if (personalDepth > 0 ? !PersonalFields.shared(name) : PersonalFields.personal(name)) {
                secrets = secrets.isEmpty() ? new ArrayList<>() : secrets;
                int valueStart = tokenStart();
                String plain = json.getString();
                secrets.add(new JsonPart.Secret(valueStart, here(), plain));
            }
        }

        private void names(IdentifierKind kind, String text) {
            names = names.isEmpty() ? new ArrayList<>() : names;
            names.add(new JsonPart.Name(kind, text));
        }
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
