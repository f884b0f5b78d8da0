package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.Nullable;

/// Values from a short list, such as a gender: the same or not.
public final class CodeComparison implements Comparison<String> {

    @Override
    public @Nullable String fold(String raw) {
        String text = Folding.text(raw);
        return text.isEmpty() ? null : text;
    }

    @Override
    public String prepare(String folded) {
        return folded;
    }

    @Override
    public Likeness compare(String left, String right) {
        return Likeness.DIFFERENT;
    }
}
