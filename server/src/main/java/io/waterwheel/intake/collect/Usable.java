package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells identifiers from the leftovers of programming errors, which would make one customer of everybody.
public final class Usable {

    private static final Set<String> NOBODY = Set.of(
            "null",
            "undefined",
            "none",
            "nil",
            "nan",
            "n/a",
            "na",
            "true",
            "false",
            "0",
            "-",
            "[object object]",
            "guest",
            "anonymous",
            "unknown",
            "无",
            "空",
            "匿名",
            "散客",
            "游客");
    private static final int SHORTEST_PHONE = 5;

    private Usable() {}

    /// @return the identifier, empty when the text names nobody
    public static Optional<Identifier> identifier(IdentifierKind kind, @Nullable String text) {
        if (text == null || text.isBlank() || NOBODY.contains(text.strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean plausible = switch (kind) {
            case PHONE -> text.chars().filter(Character::isDigit).count() >= SHORTEST_PHONE;
            case EMAIL -> text.indexOf('@') > 0;
            case MEMBER_NO, USER_ID, ANONYMOUS_ID, UNIONID, EXTERNAL_USERID, OPENID, BUYER_ID -> true;
        };
        return plausible ? Optional.of(new Identifier(kind, text)) : Optional.empty();
    }
}
