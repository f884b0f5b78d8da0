package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.Nullable;

/// E-mail addresses: one slip apart, or the same name at another provider.
public final class EmailComparison implements Comparison<EmailComparison.Parts> {

    /// @param name before the @
    public record Parts(String whole, String name) {}

    @Override
    public @Nullable String fold(String raw) {
        String text = Folding.text(raw);
        int at = text.indexOf('@');
        return at <= 0 || at == text.length() - 1 ? null : text;
    }

    @Override
    public Parts prepare(String folded) {
        return new Parts(folded, folded.substring(0, folded.indexOf('@')));
    }

    @Override
    public Likeness compare(Parts left, Parts right) {
        if (EditDistance.between(left.whole, right.whole) <= 1) {
            return Likeness.ALMOST;
        }
        return left.name.equals(right.name) ? Likeness.SIMILAR : Likeness.DIFFERENT;
    }
}
