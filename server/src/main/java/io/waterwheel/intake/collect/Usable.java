package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells identifiers from the leftovers of programming errors and of filled-in forms, which would make one customer of
/// everybody.
public final class Usable {

    private static final int SHORTEST_PHONE = 5;

    private Usable() {}

    /// Whether the text stands for nobody.
    public static boolean nobody(String text) {
        return Placeholders.word(text);
    }

    /// @return the identifier, empty when the text names nobody
    public static Optional<Identifier> identifier(IdentifierKind kind, @Nullable String text) {
        if (text == null || text.isBlank() || nobody(text)) {
            return Optional.empty();
        }
        boolean plausible = switch (kind) {
            case PHONE -> text.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE;
            case EMAIL -> text.indexOf('@') > 0;
            case BUYER_ID -> namesPlatform(text);
            case MEMBER_NO, USER_ID, ANONYMOUS_ID, UNIONID, EXTERNAL_USERID, OPENID -> true;
        };
        return plausible
                ? Optional.of(new Identifier(kind, text)).filter(identifier -> !Placeholders.identifier(identifier))
                : Optional.empty();
    }

    /// `tmall:12345`: a number alone may be anybody's on another platform.
    private static boolean namesPlatform(String text) {
        int colon = text.indexOf(':');
        return colon > 0
                && !text.substring(0, colon).isBlank()
                && !text.substring(colon + 1).isBlank()
                && !Placeholders.word(text.substring(colon + 1));
    }
}
