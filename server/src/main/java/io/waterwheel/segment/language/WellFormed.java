package io.waterwheel.segment.language;

/// JSON may carry what is no text: half of a character (a surrogate without the other), which nothing can write,
/// and NUL, which PostgreSQL cannot keep.
public final class WellFormed {

    private static final char INSTEAD = '\uFFFD';

    private WellFormed() {}

    public static boolean is(String text) {
        return text.equals(shown(text));
    }

    /// With a mark in place of every character that is none.
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? INSTEAD : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
