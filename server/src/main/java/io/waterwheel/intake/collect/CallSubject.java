package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a call is about. A user or an anonymous id must be there; then what its traits say names the same person.
final class CallSubject {

    private CallSubject() {}

    /// @return empty when nobody is named
    static List<Identifier> of(RawEvent raw, CallType type) {
        List<Identifier> identifiers = new ArrayList<>(2);
        add(identifiers, IdentifierKind.USER_ID, raw.userId);
        add(identifiers, IdentifierKind.ANONYMOUS_ID, raw.anonymousId);
        if (identifiers.isEmpty()) {
            return identifiers;
        }
        if (type == CallType.ALIAS && raw.previousId != null && !raw.previousId.equals(raw.userId)) {
            // Never as a user id: two accounts are not made one because a program says so.
            add(identifiers, IdentifierKind.ANONYMOUS_ID, raw.previousId);
        }
        if (type == CallType.IDENTIFY && raw.traits != null) {
            add(identifiers, raw.traits);
        }
        // Libraries repeat the person's traits beside whatever the person does; a group's own traits name nobody.
        if (raw.context != null && raw.context.traits() != null) {
            add(identifiers, raw.context.traits());
        }
        return identifiers;
    }

    private static void add(List<Identifier> identifiers, JsonPart traits) {
        for (JsonPart.Name name : traits.names()) {
            add(identifiers, name.kind(), name.text());
        }
    }

    private static void add(List<Identifier> identifiers, IdentifierKind kind, @Nullable String text) {
        Usable.identifier(kind, text)
                .filter(identifier -> !identifiers.contains(identifier))
                .ifPresent(identifiers::add);
    }
}
