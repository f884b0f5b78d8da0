package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.Nullable;

/// Numbers that are names: house numbers, post codes, document numbers. One wrong, missing, extra or exchanged
/// digit is a slip.
public final class DigitsComparison implements Comparison<String> {

    @Override
    public @Nullable String fold(String raw) {
        String digits = Folding.digits(raw);
        return digits.isEmpty() ? null : digits;
    }

    @Override
    public String prepare(String folded) {
        return folded;
    }

    @Override
    public Likeness compare(String left, String right) {
        return switch (EditDistance.between(left, right)) {
            case 0, 1 -> Likeness.ALMOST;
            case 2 -> Likeness.SIMILAR;
            default -> Likeness.DIFFERENT;
        };
    }
}
