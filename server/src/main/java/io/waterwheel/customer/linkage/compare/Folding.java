package io.waterwheel.customer.linkage.compare;

import java.text.Normalizer;
import java.util.Locale;

/// Brings texts that people take for the same into one form.
public final class Folding {

    private Folding() {}

    /// Full- and half-width forms, case and runs of spaces are made one; accents stay.
    public static String text(String raw) {
        String text = plain(raw) ? raw : Normalizer.normalize(raw, Normalizer.Form.NFKC);
        return spaced(text.strip().toLowerCase(Locale.ROOT));
    }

    private static String spaced(String text) {
        StringBuilder spaced = null;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean space = Character.isWhitespace(character);
            if (space && spaced == null && (character != ' ' || Character.isWhitespace(text.charAt(i + 1)))) {
                spaced = new StringBuilder(text.length()).append(text, 0, i);
            }
            if (spaced != null && !(space && spaced.charAt(spaced.length() - 1) == ' ')) {
                spaced.append(space ? ' ' : character);
            }
        }
        return spaced == null ? text : spaced.toString();
    }

    /// The letters and digits alone.
    static String word(String raw) {
        String text = text(raw);
        StringBuilder word = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(word::appendCodePoint);
        return word.toString();
    }

    /// The digits alone, full-width ones too.
    public static String digits(String raw) {
        StringBuilder digits = new StringBuilder(raw.length());
        raw.codePoints()
                .filter(Character::isDigit)
                .forEach(point -> digits.append((char) ('0' + Character.digit(point, 10))));
        return digits.toString();
    }

    private static boolean plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7E) {
                return false;
            }
        }
        return true;
    }
}
