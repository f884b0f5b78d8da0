package io.waterwheel.customer;

import io.waterwheel.kernel.event.IdentifierKind;

/// Shows an identifier or a name so that its owner would recognise it and nobody else could use it.
public final class Mask {

    private Mask() {}

    public static String of(IdentifierKind kind, String value) {
        return switch (kind) {
            case PHONE -> ends(value, 3, 4);
            case EMAIL -> email(value);
            case MEMBER_NO, USER_ID -> value;
            case ANONYMOUS_ID, UNIONID, EXTERNAL_USERID, OPENID, BUYER_ID -> ends(value, 4, 4);
        };
    }

    /// A person's name: what it begins with, as it is called out in a shop.
    public static String name(String name) {
        String shown = name.strip();
        return shown.isEmpty() ? "" : shown.substring(0, shown.offsetByCodePoints(0, 1)) + "**";
    }

    private static String email(String value) {
        int at = value.indexOf('@');
        return at <= 0 ? ends(value, 1, 0) : value.charAt(0) + "***" + value.substring(at);
    }

    private static String ends(String value, int head, int tail) {
        if (value.length() <= head + tail) {
            return "****";
        }
        return value.substring(0, head) + "****" + value.substring(value.length() - tail);
    }
}
