package io.waterwheel.kernel.event;

import java.text.Normalizer;
import java.util.Locale;

/// One strong identifier in its normal form, so that equal people compare equal: widths folded, e-mail in lower
/// case, phone in digits with mainland +86 removed.
public record Identifier(IdentifierKind kind, String value) {

    public Identifier {
        value = normal(kind, value);
        if (value.isEmpty()) {
            throw new IllegalArgumentException("empty " + kind.code());
        }
    }

    private static String normal(IdentifierKind kind, String raw) {
        String folded = Normalizer.normalize(raw, Normalizer.Form.NFKC).strip();
        return switch (kind) {
            case EMAIL -> folded.toLowerCase(Locale.ROOT);
            case PHONE -> phone(folded);
            case MEMBER_NO, USER_ID, ANONYMOUS_ID, UNIONID, EXTERNAL_USERID, OPENID, BUYER_ID -> folded;
        };
    }

    private static String phone(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.length() == 13 && digits.startsWith("86") ? digits.substring(2) : digits;
    }
}
