package io.waterwheel.intake.quality;

import io.waterwheel.intake.collect.Placeholders;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.privacy.Vault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Finds in what an event says of a person the values that were not taken as identifiers, and those that say nothing.
final class RefusedValues {

    private static final Map<String, IdentifierKind> IDENTIFYING =
            Map.of("phone", IdentifierKind.PHONE, "email", IdentifierKind.EMAIL);
    private static final int LONGEST = 40;

    private RefusedValues() {}

    /// @param value the placeholder, empty for what may be personal
    record Found(String attribute, RefusedKind kind, String value) {}

    static List<Found> in(LoggedEvent event, JsonNode properties, Vault vault) {
        List<Found> found = new ArrayList<>();
        properties.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isString() || value.isNumber()) {
                judge(event, property.getKey(), value.asString(), vault, found);
            }
        });
        return found;
    }

    private static void judge(LoggedEvent event, String attribute, String text, Vault vault, List<Found> found) {
        IdentifierKind kind = IDENTIFYING.get(attribute);
        if (text.isBlank()) {
            return;
        }
        if (kind == null) {
            if (text.length() <= LONGEST && !Vault.isSealed(text) && Placeholders.word(text)) {
                found.add(new Found(attribute, RefusedKind.PLACEHOLDER, text.strip()));
            }
        } else if (!event.identifiedBy().contains(kind)) {
            // Opened only here: what was taken is not looked at again.
            String plain = Vault.isSealed(text) ? vault.open(text) : text;
            found.add(
                    Placeholders.value(attribute, plain)
                            ? new Found(attribute, RefusedKind.PLACEHOLDER, shown(kind, plain))
                            : new Found(attribute, RefusedKind.MALFORMED, ""));
        }
    }

    /// A mailbox that is nobody's is shown without its domain, of which there are many.
    private static String shown(IdentifierKind kind, String plain) {
        String text = plain.strip();
        if (Placeholders.word(text)) {
            return text;
        }
        String value = new Identifier(kind, text).value();
        return kind == IdentifierKind.EMAIL && value.startsWith("no")
                ? value.substring(0, value.indexOf('@')) + "@…"
                : value;
    }
}
