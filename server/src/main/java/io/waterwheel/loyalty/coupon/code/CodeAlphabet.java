package io.waterwheel.loyalty.coupon.code;

import java.util.Locale;
import java.util.Optional;

/// Bytes as people read them aloud: 32 signs without I, L, O and U (Crockford), in fours, the last a check
/// digit by Luhn's way modulo 32. It finds every single wrong sign and nearly all neighbours that changed
/// places.
final class CodeAlphabet {

    private static final String SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int GROUP = 4;

    private CodeAlphabet() {}

    /// @param bytes a multiple of five
    static String write(byte[] bytes) {
        StringBuilder signs = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << Byte.SIZE | each & 0xFF;
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                signs.append(SIGNS.charAt(held >> bits & SIGNS.length() - 1));
            }
            held &= (1 << bits) - 1;
        }
        signs.append(SIGNS.charAt(check(signs)));
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < signs.length(); i++) {
            grouped.append(i > 0 && i % GROUP == 0 ? "-" : "").append(signs.charAt(i));
        }
        return grouped.toString();
    }

    /// Takes small letters, blanks and dashes anywhere, and the letters that look like digits.
    ///
    /// @return empty when the length, a sign or the check digit is wrong
    static Optional<byte[]> read(String text, int bytes) {
        String signs = text.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        int length = bytes * Byte.SIZE / BITS;
        if (signs.length() != length + 1
                || !signs.chars().allMatch(sign -> SIGNS.indexOf(sign) >= 0)
                || SIGNS.indexOf(signs.charAt(length)) != check(signs.substring(0, length))) {
            return Optional.empty();
        }
        byte[] read = new byte[bytes];
        int held = 0;
        int bits = 0;
        int next = 0;
        for (int i = 0; i < length; i++) {
            held = held << BITS | SIGNS.indexOf(signs.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                read[next++] = (byte) (held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return Optional.of(read);
    }

    private static int check(CharSequence signs) {
        int sum = 0;
        int factor = 2;
        for (int i = signs.length() - 1; i >= 0; i--) {
            int addend = factor * SIGNS.indexOf(signs.charAt(i));
            sum += addend / SIGNS.length() + addend % SIGNS.length();
            factor = 3 - factor;
        }
        return (SIGNS.length() - sum % SIGNS.length()) % SIGNS.length();
    }
}
