package io.waterwheel.customer;

import io.waterwheel.kernel.event.Identifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Finds a person in texts and files of any shape by their identifiers. Identifiers of fewer than four characters
/// are not looked for: member number 42 stands in everybody's file.
public final class Mentions {

    private static final int SHORTEST = 4;
    private static final int WINDOW = 1 << 20;
    private static final int OVERLAP = 1 << 10;
    private static final Charset GB18030 = Charset.forName("GB18030");

    /// Matches nothing.
    private static final Pattern NOBODY = Pattern.compile("(?!)");

    private final Pattern text;
    private final Pattern bytes;

    private Mentions(Pattern text, Pattern bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    public static Mentions of(Person person) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> raw = new LinkedHashSet<>();
        for (Identifier identifier : person.identifiers()) {
            String value = identifier.value();
            if (value.length() < SHORTEST) {
                continue;
            }
            switch (identifier.kind()) {
                case PHONE -> {
                    words.add(phone(value));
                    raw.add(phone(value));
                }
                default -> {
                    words.add(whole(value));
                    raw.add(whole(bytes(value, StandardCharsets.UTF_8)));
                    raw.add(whole(bytes(value, GB18030)));
                }
            }
        }
        return new Mentions(any(words), any(raw));
    }

    public boolean in(String text) {
        return this.text.matcher(text).find();
    }

    /// Reads on until the person is found or the stream ends, in pieces that overlap.
    public boolean in(InputStream stream) throws IOException {
        byte[] window = new byte[WINDOW];
        int kept = 0;
        while (true) {
            int read = stream.readNBytes(window, kept, WINDOW - kept);
            int filled = kept + read;
            if (bytes.matcher(new String(window, 0, filled, StandardCharsets.ISO_8859_1))
                    .find()) {
                return true;
            }
            if (filled < WINDOW) {
                return false;
            }
            System.arraycopy(window, WINDOW - OVERLAP, window, 0, OVERLAP);
            kept = OVERLAP;
        }
    }

    /// However the digits are grouped, with or without the mainland prefix.
    private static String phone(String digits) {
        String grouped = digits.chars().mapToObj(Character::toString).collect(Collectors.joining("[ \\-]?"));
        return "(?<![0-9])(?:\\+?86[ \\-]?)?" + grouped + "(?![0-9])";
    }

    private static String whole(String value) {
        return "(?<![A-Za-z0-9])" + Pattern.quote(value) + "(?![A-Za-z0-9])";
    }

    private static String bytes(String value, Charset charset) {
        return new String(value.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    private static Pattern any(Set<String> patterns) {
        return patterns.isEmpty() ? NOBODY : Pattern.compile(String.join("|", patterns), Pattern.CASE_INSENSITIVE);
    }
}
