package io.waterwheel.customer.linkage.chinese;

import io.waterwheel.customer.linkage.compare.Comparison;
import io.waterwheel.customer.linkage.compare.EditDistance;
import io.waterwheel.customer.linkage.compare.Folding;
import io.waterwheel.customer.linkage.compare.Likeness;
import org.jspecify.annotations.Nullable;

/// Telephone numbers without country code and separators. One wrong, missing or exchanged digit is a slip; numbers
/// that agree in the last four are partly alike, for that is what people can still see of a masked one.
public final class PhoneComparison implements Comparison<String> {

    private static final int MOBILE = 11;
    private static final int SHORTEST = 7;
    private static final int SHOWN = 4;

    @Override
    public @Nullable String fold(String raw) {
        String digits = Folding.digits(raw);
        if (digits.startsWith("0086")) {
            digits = digits.substring(4);
        } else if (digits.startsWith("86") && digits.length() == MOBILE + 2) {
            digits = digits.substring(2);
        }
        if (digits.length() == MOBILE + 1 && digits.startsWith("01") && !digits.startsWith("010")) {
            digits = digits.substring(1);
        }
        boolean oneDigit = digits.chars().distinct().count() < 2;
        return digits.length() < SHORTEST || oneDigit ? null : digits;
    }

    @Override
    public String prepare(String folded) {
        return folded;
    }

    @Override
    public Likeness compare(String left, String right) {
        if (EditDistance.between(left, right) <= 1) {
            return Likeness.ALMOST;
        }
        return left.regionMatches(left.length() - SHOWN, right, right.length() - SHOWN, SHOWN)
                ? Likeness.PARTLY
                : Likeness.DIFFERENT;
    }
}
