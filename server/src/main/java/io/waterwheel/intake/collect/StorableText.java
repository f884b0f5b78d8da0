package io.waterwheel.intake.collect;

/// What PostgreSQL refuses in a jsonb text although JSON allows it; one such text would make a whole commit fail.
public final class StorableText {

    private StorableText() {}

    /// Whether the JSON between the places has no `\u0000` and no half of a surrogate pair.
    public static boolean json(byte[] body, int start, int end) {
        int high = -1; // where the second half must follow
        for (int i = start; i < end; i++) {
            if (body[i] != '\\') {
                continue;
            }
            if (body[i + 1] != 'u') {
                i++;
                continue;
            }
            int unit = hex(body, i + 2);
            boolean second = unit >= 0xDC00 && unit <= 0xDFFF;
            if (unit == 0 || second != (high == i) || (high >= 0 && high != i)) {
                return false;
            }
            high = unit >= 0xD800 && unit <= 0xDBFF ? i + 6 : -1;
            i += 5;
        }
        return high < 0;
    }

    private static int hex(byte[] body, int at) {
        int value = 0;
        for (int i = at; i < at + 4; i++) {
            value = value << 4 | Character.digit(body[i], 16);
        }
        return value;
    }
}
