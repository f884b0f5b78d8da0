package io.waterwheel.customer.linkage.chinese;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// What is known of each Chinese character: its simplified form and its most common reading. The two lists were
/// drawn from the Unicode Han database (kMandarin, and the variants of CLDR's Traditional-Simplified transform).
public final class Han {

    private static final char FIRST = '\u4e00';
    private static final char LAST = '\u9fff';
    private static final Han KNOWN = new Han();

    private final char[] simplified = new char[LAST - FIRST + 1];
    private final short[] reading = new short[LAST - FIRST + 1];
    private final List<String> syllables = new ArrayList<>();

    private Han() {
        for (int i = 0; i < simplified.length; i++) {
            simplified[i] = (char) (FIRST + i);
        }
        for (String pair : lines("simplified.txt")) {
            simplified[pair.charAt(0) - FIRST] = pair.charAt(1);
        }
        syllables.add("");
        for (String line : lines("pinyin.txt")) {
            int space = line.indexOf(' ');
            syllables.add(line.substring(0, space));
            for (int i = space + 1; i < line.length(); i++) {
                reading[line.charAt(i) - FIRST] = (short) (syllables.size() - 1);
            }
        }
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(Han.class.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.isEmpty()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static boolean is(char character) {
        return character >= FIRST && character <= LAST;
    }

    public static boolean all(String text) {
        return !text.isEmpty() && text.chars().allMatch(character -> is((char) character));
    }

    public static boolean any(String text) {
        return text.chars().anyMatch(character -> is((char) character));
    }

    /// 陳 → 陈.
    public static String simplified(String text) {
        StringBuilder simple = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            simple.append(is(character) ? KNOWN.simplified[character - FIRST] : character);
        }
        return simple.toString();
    }

    /// The reading without tone, ü as v: 陈 → chen, 吕 → lv; empty when none is known.
    public static String pinyin(char character) {
        return is(character) ? KNOWN.syllables.get(KNOWN.reading[character - FIRST]) : "";
    }
}
