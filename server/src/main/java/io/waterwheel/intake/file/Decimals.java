package io.waterwheel.intake.file;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads numbers as shops and spreadsheets write them: `12`, `1,234.50`, `¥ 99`, `2,5`, `(3)`.
final class Decimals {

    private static final int LONGEST = 30;
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern ORNAMENT = Pattern.compile("[\\s¥￥$£€元]|CNY|RMB|GBP|USD|EUR");

    private Decimals() {}

    /// @return null when the text is no number
    static @Nullable BigDecimal parse(String text) {
        if (plain(text)) {
            return new BigDecimal(text);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        String bare = ORNAMENT.matcher(text).replaceAll("");
        if (bare.startsWith("(") && bare.endsWith(")")) {
            bare = "-" + bare.substring(1, bare.length() - 1);
        }
        if (THOUSANDS.matcher(bare).matches()) {
            bare = bare.replace(",", "");
        } else if (DECIMAL_COMMA.matcher(bare).matches()) {
            bare = bare.replace(',', '.');
        }
        return plain(bare) ? new BigDecimal(bare) : null;
    }

    private static boolean plain(String text) {
        int digits = 0;
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
            } else if (c == '.') {
                points++;
            } else if (i > 0 || (c != '-' && c != '+')) {
                return false;
            }
        }
        return digits > 0 && digits <= LONGEST && points <= 1;
    }
}
