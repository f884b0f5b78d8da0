package io.waterwheel.intake.file.table;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a workbook's numbers mean: a date and a price are both numbers, and only the style of the cell tells them
/// apart.
final class CellStyles {

    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST_DAY_1904 = LocalDate.of(1904, 1, 1);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final double SECONDS_OF_DAY = 86_400;
    private static final double LATEST_DAY = 2_958_466;

    /// Excel keeps fifteen digits; what stands behind them in the file is noise of binary fractions.
    private static final MathContext DIGITS = new MathContext(15);

    private static final int LONGEST_EXPONENT = 400;

    private final LocalDate firstDay;
    private final List<Style> styles = new ArrayList<>();

    /// @param date   whether a number under this style is a point in time
    /// @param digits how many digits are shown at least, `00123` being 5
    private record Style(boolean date, int digits) {

        static final Style PLAIN = new Style(false, 0);
    }

    CellStyles(Workbook book) throws IOException {
        firstDay = book.since1904() ? FIRST_DAY_1904 : FIRST_DAY;
        try (XmlPart part = book.styles()) {
            if (part != null) {
                read(part);
            }
        }
    }

    private void read(XmlPart part) {
        Map<Integer, Style> formats = new HashMap<>();
        boolean used = false;
        while (part.next()) {
            if (part.starts("numFmt")) {
                formats.put(number(part.attribute("numFmtId")), style(String.valueOf(part.attribute("formatCode"))));
            } else if (part.starts("cellXfs")) {
                used = true;
            } else if (part.ends("cellXfs")) {
                used = false;
            } else if (used && part.starts("xf")) {
                int id = number(part.attribute("numFmtId"));
                styles.add(formats.getOrDefault(id, builtIn(id)));
            }
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /// ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are dates in East Asian editions.
    private static Style builtIn(int id) {
        boolean date =
                (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
        return date ? new Style(true, 0) : Style.PLAIN;
    }

    /// A format code has words, colours and blanks beside its letters; `0000` without anything else pads.
    static boolean isDate(String code) {
        String bare = code.split(";", 2)[0]
                .replaceAll("\"[^\"]*\"", "")
                .replaceAll("\\[(?i:h+|m+|s+)]", "h")
                .replaceAll("\\[[^\\]]*]", "")
                .replaceAll("[\\\\_*].", "")
                .replaceAll("(?i)general", "");
        return bare.chars().anyMatch(c -> "ymdhsYMDHS".indexOf(c) >= 0);
    }

    private static Style style(String code) {
        return isDate(code)
                ? new Style(true, 0)
                : code.matches("0{2,30}") ? new Style(false, code.length()) : Style.PLAIN;
    }

    /// A number of the file as a person reads it in the cell.
    ///
    /// @param style the cell's, −1 when it has none
    String text(String value, int style) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (Math.abs((long) number.scale()) > LONGEST_EXPONENT || number.precision() > LONGEST_EXPONENT) {
                return value;
            }
            Style shown = style >= 0 && style < styles.size() ? styles.get(style) : Style.PLAIN;
            if (shown.date && number.signum() >= 0 && number.doubleValue() < LATEST_DAY) {
                return time(number.doubleValue());
            }
            String plain = plain(number.round(DIGITS));
            return shown.digits > plain.length() && number.signum() >= 0
                    ? "0".repeat(shown.digits - plain.length()) + plain
                    : plain;
        } catch (NumberFormatException | DateTimeException e) {
            return value;
        }
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String time(double serial) {
        long seconds = Math.round(serial * SECONDS_OF_DAY);
        LocalDateTime at = firstDay.atStartOfDay().plusSeconds(seconds);
        if (seconds < SECONDS_OF_DAY) {
            return at.toLocalTime().format(MINUTE);
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.format(SECOND);
    }
}
