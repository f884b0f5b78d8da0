package io.waterwheel.customer.linkage.compare;

/// How many slips lie between two strings: a character wrong, missing, too many, or two neighbours exchanged
/// (optimal string alignment). Stops counting above two, for more is no slip.
public final class EditDistance {

    /// What is answered when there are more than two slips.
    public static final int FAR = 3;

    private EditDistance() {}

    /// @return 0, 1, 2, or [#FAR]
    public static int between(CharSequence left, CharSequence right) {
        int begin = 0;
        int leftEnd = left.length();
        int rightEnd = right.length();
        while (begin < leftEnd && begin < rightEnd && left.charAt(begin) == right.charAt(begin)) {
            begin++;
        }
        while (leftEnd > begin && rightEnd > begin && left.charAt(leftEnd - 1) == right.charAt(rightEnd - 1)) {
            leftEnd--;
            rightEnd--;
        }
        if (Math.abs(leftEnd - rightEnd) >= FAR) {
            return FAR;
        }
        return slips(left, begin, leftEnd, right, begin, rightEnd, FAR - 1);
    }

    /// Tries each slip in turn; with at most two of them there are few ways.
    private static int slips(
            CharSequence left, int leftAt, int leftEnd, CharSequence right, int rightAt, int rightEnd, int allowed) {
        int i = leftAt;
        int j = rightAt;
        while (i < leftEnd && j < rightEnd && left.charAt(i) == right.charAt(j)) {
            i++;
            j++;
        }
        int leftRest = leftEnd - i;
        int rightRest = rightEnd - j;
        if (leftRest == 0 || rightRest == 0) {
            int rest = leftRest + rightRest;
            return rest <= allowed ? rest : FAR;
        }
        if (allowed == 0) {
            return FAR;
        }
        int best = slips(left, i + 1, leftEnd, right, j + 1, rightEnd, allowed - 1);
        best = Math.min(best, slips(left, i + 1, leftEnd, right, j, rightEnd, allowed - 1));
        best = Math.min(best, slips(left, i, leftEnd, right, j + 1, rightEnd, allowed - 1));
        if (leftRest > 1
                && rightRest > 1
                && left.charAt(i) == right.charAt(j + 1)
                && left.charAt(i + 1) == right.charAt(j)) {
            best = Math.min(best, slips(left, i + 2, leftEnd, right, j + 2, rightEnd, allowed - 1));
        }
        return Math.min(FAR, best + 1);
    }
}
