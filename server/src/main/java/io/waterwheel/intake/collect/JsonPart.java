package io.waterwheel.intake.collect;

import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One object inside a request's body, by its place there: stored as it came, without being written out again, save
/// for personal data.
///
/// @param start   of its `{`
/// @param end     behind its `}`
/// @param empty   whether it has no field
/// @param secrets the values in it that must be sealed, in their order
/// @param names   what in it says who somebody is; only traits have any
/// @param traits  the object named traits inside a context, null where there is none
/// @param fault   why it cannot be stored, null when it can
record JsonPart(
        int start,
        int end,
        boolean empty,
        List<Secret> secrets,
        List<Name> names,
        @Nullable JsonPart traits,
        @Nullable RefusalReason fault) {

    /// One value that is personal data.
    ///
    /// @param plain its text, unescaped
    record Secret(int start, int end, String plain) {}

    /// One value that may be an identifier, not yet judged.
    record Name(IdentifierKind kind, String text) {}

    /// The JSON text with every secret sealed.
    String sealed(byte[] body, Vault vault) {
        if (secrets.isEmpty()) {
            return new String(body, start, end - start, StandardCharsets.UTF_8);
        }
        StringBuilder text = new StringBuilder(end - start + 64 * secrets.size());
        int from = start;
        for (Secret secret : secrets) {
            text.append(new String(body, from, secret.start - from, StandardCharsets.UTF_8))
                    .append('"')
                    .append(vault.seal(secret.plain))
                    .append('"');
            from = secret.end;
        }
        return text.append(new String(body, from, end - from, StandardCharsets.UTF_8))
                .toString();
    }
}
