package io.waterwheel.segment.language;

import java.util.regex.Pattern;

/// Ids of tags and segments as they stand in definitions.
final class Reference {

    static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

    private Reference() {}

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }
}
