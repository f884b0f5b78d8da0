package io.waterwheel.customer.linkage.chinese;

import java.util.regex.Pattern;

/// How Chinese is read, and what sounds nearly like it.
final class Reading {

    /// Sounds that many speakers do not tell apart: 平翘舌, n/l, h/f, 前后鼻音.
    private static final Pattern RETROFLEX = Pattern.compile("\\b([zcs])h");
    private static final Pattern LATERAL = Pattern.compile("\\bn");
    private static final Pattern LABIAL = Pattern.compile("\\bf");
    private static final Pattern NASAL = Pattern.compile("([aei])ng\\b");

    private Reading() {}

    /// The syllables with a space between two.
    static String of(String text) {
        StringBuilder read = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!read.isEmpty()) {
                read.append(' ');
            }
            read.append(Han.pinyin(text.charAt(i)));
        }
        return read.toString();
    }

    /// Equal for syllables that sound nearly alike: zhang and zan, lin and ling, nan and lan.
    static String blurred(String syllables) {
        String blurred = RETROFLEX.matcher(syllables).replaceAll("$1");
        blurred = LATERAL.matcher(blurred).replaceAll("l");
        blurred = LABIAL.matcher(blurred).replaceAll("h");
        return NASAL.matcher(blurred).replaceAll("$1n");
    }
}
