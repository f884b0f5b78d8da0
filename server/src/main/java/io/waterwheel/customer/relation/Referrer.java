package io.waterwheel.customer.relation;

import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Reads whom an event names as referrer: a user id as text, or an object such as `{"member_no": "1001"}` with any
/// kind of identifier by its code. Of several the surest counts.
final class Referrer {

    private Referrer() {}

    static Optional<Identifier> named(JsonNode referrer, Vault vault) {
        return referrer.isObject()
                ? Arrays.stream(IdentifierKind.values())
                        .sorted(Comparator.comparingInt(IdentifierKind::strength))
                        .flatMap(kind -> identifier(kind, referrer.path(kind.code()), vault))
                        .findFirst()
                : identifier(IdentifierKind.USER_ID, referrer, vault).findFirst();
    }

    private static Stream<Identifier> identifier(IdentifierKind kind, JsonNode value, Vault vault) {
        String text = value.isValueNode() && !value.isNull() ? value.asString("") : "";
        if (Vault.isSealed(text)) {
            text = vault.open(text);
        }
        boolean names = kind == IdentifierKind.PHONE ? text.chars().anyMatch(Character::isDigit) : !text.isBlank();
        return names ? Stream.of(new Identifier(kind, text)) : Stream.empty();
    }
}
