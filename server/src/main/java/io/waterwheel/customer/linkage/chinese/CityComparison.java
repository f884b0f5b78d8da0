package io.waterwheel.customer.linkage.chinese;

import io.waterwheel.customer.linkage.compare.Comparison;
import io.waterwheel.customer.linkage.compare.Folding;
import io.waterwheel.customer.linkage.compare.Likeness;
import org.jspecify.annotations.Nullable;

/// Cities, with or without the word 市.
public final class CityComparison implements Comparison<String> {

    @Override
    public @Nullable String fold(String raw) {
        String text = Han.simplified(Folding.text(raw));
        String city = text.length() > 2 && text.endsWith("市") ? text.substring(0, text.length() - 1) : text;
        return city.isEmpty() ? null : city;
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
