package io.waterwheel.segment.language;

import java.text.Normalizer;
import java.util.Locale;

/// Text as people compare it: full and half width the same, upper and lower case the same, spaces around it nothing
/// (Unicode NFKC, then lower case of the root locale).
public final class FoldedText {

    private FoldedText() {}

    public static String of(String text) {
        return Normalizer.normalize(
                        Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC)
                .strip();
    }
}
