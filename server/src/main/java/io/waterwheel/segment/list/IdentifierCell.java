package io.waterwheel.segment.list;

import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// Takes the text of a cell for an identifier of a kind, if it is well formed.
final class IdentifierCell {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()-]*");
    private static final int SHORTEST_PHONE = 5;
    private static final int LONGEST_PHONE = 20;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern BUYER = Pattern.compile("[^:\\s]+:\\S.*");
    private static final int LONGEST = 200;

    /// Nothing else looks like one at first sight.
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("(\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}");

    private IdentifierCell() {}

    static Optional<Identifier> read(IdentifierKind kind, String cell) {
        String text = folded(cell);
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            return Optional.empty();
        }
        boolean sound = switch (kind) {
            case PHONE ->
                PHONE.matcher(text).matches() && digits(text) >= SHORTEST_PHONE && digits(text) <= LONGEST_PHONE;
            case EMAIL -> EMAIL.matcher(text).matches();
            case BUYER_ID -> BUYER.matcher(text).matches();
            case MEMBER_NO, USER_ID, ANONYMOUS_ID, UNIONID, EXTERNAL_USERID, OPENID -> true;
        };
        return sound ? Optional.of(new Identifier(kind, text)) : Optional.empty();
    }

    /// Whether a first line is data rather than the name of a column: names of columns hold no digits.
    static boolean data(IdentifierKind kind, String cell) {
        return digits(folded(cell)) > 0 && read(kind, cell).isPresent();
    }

    /// The kind a value shows at first sight.
    static Optional<IdentifierKind> evident(String cell) {
        String text = folded(cell);
        if (MAINLAND_MOBILE.matcher(text).matches()) {
            return Optional.of(IdentifierKind.PHONE);
        }
        return EMAIL.matcher(text).matches() ? Optional.of(IdentifierKind.EMAIL) : Optional.empty();
    }

    private static String folded(String cell) {
        return Normalizer.normalize(cell, Normalizer.Form.NFKC).strip();
    }

    private static long digits(String text) {
        return text.chars().filter(c -> c >= '0' && c <= '9').count();
    }
}
