package io.waterwheel.customer.linkage.compare;

/// The likeness of two strings by Jaro with Winkler's bonus for a common beginning: 0 nothing in common, 1 equal.
///
/// Winkler, W. E. (1990): String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of
/// Record Linkage. Costs the product of the lengths; of each string the first 64 characters count.
public final class JaroWinkler {

    private static final int MOST = Long.SIZE;
    private static final int PREFIX_MOST = 4;
    private static final double PREFIX_WEIGHT = 0.1;

    private JaroWinkler() {}

    public static double similarity(CharSequence left, CharSequence right) {
        double jaro = jaro(left, right);
        int prefix = 0;
        int most = Math.min(PREFIX_MOST, Math.min(left.length(), right.length()));
        while (prefix < most && left.charAt(prefix) == right.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    static double jaro(CharSequence left, CharSequence right) {
        int leftLength = Math.min(MOST, left.length());
        int rightLength = Math.min(MOST, right.length());
        if (leftLength == 0 || rightLength == 0) {
            return leftLength == rightLength ? 1 : 0;
        }
        int reach = Math.max(0, Math.max(leftLength, rightLength) / 2 - 1);
        long leftMatched = 0;
        long rightMatched = 0;
        for (int i = 0; i < leftLength; i++) {
            char wanted = left.charAt(i);
            int last = Math.min(rightLength - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= last; j++) {
                if ((rightMatched & (1L << j)) == 0 && right.charAt(j) == wanted) {
                    leftMatched |= 1L << i;
                    rightMatched |= 1L << j;
                    break;
                }
            }
        }
        int matches = Long.bitCount(leftMatched);
        if (matches == 0) {
            return 0;
        }
        double halfTranspositions = outOfOrder(left, leftMatched, right, rightMatched) / 2.0;
        return ((double) matches / leftLength
                        + (double) matches / rightLength
                        + (matches - halfTranspositions) / matches)
                / 3;
    }

    private static int outOfOrder(CharSequence left, long leftMatched, CharSequence right, long rightMatched) {
        int outOfOrder = 0;
        long others = rightMatched;
        for (long rest = leftMatched; rest != 0; rest &= rest - 1) {
            char one = left.charAt(Long.numberOfTrailingZeros(rest));
            char other = right.charAt(Long.numberOfTrailingZeros(others));
            others &= others - 1;
            if (one != other) {
                outOfOrder++;
            }
        }
        return outOfOrder;
    }
}
