package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.Nullable;

/// Words and Latin names by Jaro–Winkler. Spaces and punctuation do not count.
public final class TextComparison implements Comparison<String> {

    private static final double ALMOST = 0.92;
    private static final double SIMILAR = 0.85;
    private static final double PARTLY = 0.70;

    @Override
    public @Nullable String fold(String raw) {
        String text = Folding.word(raw);
        return text.isEmpty() ? null : text;
    }

    @Override
    public String prepare(String folded) {
        return folded;
    }

    @Override
    public Likeness compare(String left, String right) {
        double similarity = JaroWinkler.similarity(left, right);
        if (similarity >= ALMOST) {
            return Likeness.ALMOST;
        }
        if (similarity >= SIMILAR) {
            return Likeness.SIMILAR;
        }
        return similarity >= PARTLY ? Likeness.PARTLY : Likeness.DIFFERENT;
    }
}
