package io.waterwheel.customer.linkage.compare;

import org.jspecify.annotations.Nullable;

/// Days as year, month and day: `2001-02-03`, `20010203` or `2001/2/3`.
public final class DateComparison implements Comparison<DateComparison.Parts> {

    private static final int YEAR = 4;
    private static final int LENGTH = 8;

    /// @param digits yyyyMMdd
    public record Parts(String digits, int year, int month, int day) {}

    @Override
    public @Nullable String fold(String raw) {
        String[] parts = raw.strip().split("[^0-9]+");
        String digits = parts.length == 3 && parts[0].length() == YEAR
                ? parts[0] + two(parts[1]) + two(parts[2])
                : Folding.digits(raw);
        return digits.length() == LENGTH ? digits : null;
    }

    private static String two(String part) {
        return part.length() == 1 ? "0" + part : part;
    }

    @Override
    public Parts prepare(String folded) {
        return new Parts(
                folded,
                Integer.parseInt(folded.substring(0, 4)),
                Integer.parseInt(folded.substring(4, 6)),
                Integer.parseInt(folded.substring(6)));
    }

    @Override
    public Likeness compare(Parts left, Parts right) {
        if (left.year == right.year && left.month == right.day && left.day == right.month) {
            return Likeness.SWAPPED;
        }
        int slips = EditDistance.between(left.digits, right.digits);
        if (slips <= 1) {
            return Likeness.ALMOST;
        }
        int agreeing = (left.year == right.year ? 1 : 0)
                + (left.month == right.month ? 1 : 0)
                + (left.day == right.day ? 1 : 0);
        if (slips == 2 && agreeing > 0) {
            return Likeness.SIMILAR;
        }
        return agreeing == 2 ? Likeness.PARTLY : Likeness.DIFFERENT;
    }
}
