package io.waterwheel.access.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Which passwords may be chosen: long, not the user name, not among those that are tried first.
/// No rules about kinds of characters: they make passwords predictable (NIST SP 800-63B-4, 3.1.1.2).
final class PasswordRules {

    static final int LEAST_CHARACTERS = 10;

    /// What BCrypt takes into account; more would be cut off without a word.
    static final int MOST_BYTES = 72;

    private static final int FEWEST_DIFFERENT = 4;

    private final Set<String> common;

    PasswordRules() {
        this.common = common();
    }

    boolean allow(String password, String username) {
        String plain = password.toLowerCase(Locale.ROOT);
        return password.codePointCount(0, password.length()) >= LEAST_CHARACTERS
                && fits(password)
                && !plain.equals(username.toLowerCase(Locale.ROOT))
                && !plain.isBlank()
                && plain.chars().distinct().count() >= FEWEST_DIFFERENT
                && !steady(plain)
                && !common.contains(plain);
    }

    static boolean fits(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /// Whether every character is the one after, or every one the one before, its neighbour: `abcdefghij`,
    /// `9876543210`.
    /// Nine to nought counts as a neighbour, as on a keyboard.
    private static boolean steady(String plain) {
        return runs(plain, 1) || runs(plain, -1);
    }

    private static boolean runs(String plain, int step) {
        for (int i = 1; i < plain.length(); i++) {
            int difference = plain.charAt(i) - plain.charAt(i - 1);
            boolean wraps = difference == -9 * step
                    && Character.isDigit(plain.charAt(i))
                    && Character.isDigit(plain.charAt(i - 1));
            if (difference != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> common() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                PasswordRules.class.getResourceAsStream("common-passwords.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
