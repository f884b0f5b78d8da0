package io.waterwheel.intake.file;

import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/// Reads times as people and spreadsheets write them, in the brand's zone unless they say otherwise:
/// `2009-12-01 07:45:00`, `2009/12/1 7:45`, `2009.12.01`, `2009年12月1日 7:45`, `1/12/2009 07:45`, `20091201`,
/// `2009-12-01T07:45:00+08:00`.
final class LocalTimes {

    private static final int MOST_NUMBERS = 7;
    private static final int EARLIEST_TIME = 1970;
    private static final int EARLIEST_DAY = 1850;

    private final ZoneId zone;
    private final DayOrder order;
    private String lastText = "";
    private long lastMillis;

    LocalTimes(ZoneId zone, DayOrder order) {
        this.zone = zone;
        this.order = order;
    }

    /// @return milliseconds since 1970
    /// @throws LineRefused when it is no time, or day and month cannot be told apart
    long millis(String text, int column) throws LineRefused {
        // All lines of an order carry the same time.
        if (!text.equals(lastText)) {
            if (text.isEmpty()) {
                throw new LineRefused(LineFault.DATE_MISSING, column, null);
            }
            lastMillis = read(text, column);
            lastText = text;
        }
        return lastMillis;
    }

    /// Reads a day, such as a birthday, which may lie long back; a time behind it is not looked at.
    LocalDate day(String text, int column) throws LineRefused {
        try {
            int offsetAt = offsetAt(text);
            int[] parts = numbers(offsetAt < 0 ? text : text.substring(0, offsetAt));
            LocalDate day = local(parts, text, column).toLocalDate();
            if (day.getYear() < EARLIEST_DAY) {
                throw new DateTimeException(text);
            }
            return day;
        } catch (DateTimeException e) {
            throw new LineRefused(LineFault.DATE_UNREADABLE, column, text);
        }
    }

    private long read(String text, int column) throws LineRefused {
        try {
            int offsetAt = offsetAt(text);
            int[] parts = numbers(offsetAt < 0 ? text : text.substring(0, offsetAt));
            LocalDateTime local = local(parts, text, column);
            if (local.getYear() < EARLIEST_TIME) {
                throw new DateTimeException(text);
            }
            Instant at = offsetAt < 0
                    ? local.atZone(zone).toInstant()
                    : local.toInstant(ZoneOffset.of(text.substring(offsetAt)));
            return at.toEpochMilli();
        } catch (DateTimeException e) {
            throw new LineRefused(LineFault.DATE_UNREADABLE, column, text);
        }
    }

    private LocalDateTime local(int[] parts, String text, int column) throws LineRefused {
        if (parts.length == 1 && text.length() == "20091201".length()) {
            return LocalDateTime.of(parts[0] / 10_000, parts[0] / 100 % 100, parts[0] % 100, 0, 0);
        }
        if (parts.length < 3) {
            throw new DateTimeException(text);
        }
        int year = parts[0];
        int month = parts[1];
        int day = parts[2];
        if (parts[0] < 1000) {
            year = parts[2];
            boolean dayFirst = switch (order) {
                case DAY_FIRST -> true;
                case MONTH_FIRST -> false;
                case UNKNOWN -> {
                    if (parts[0] != parts[1] && parts[0] <= 12 && parts[1] <= 12) {
                        throw new LineRefused(LineFault.DATE_AMBIGUOUS, column, text);
                    }
                    yield parts[0] > 12;
                }
            };
            month = parts[dayFirst ? 1 : 0];
            day = parts[dayFirst ? 0 : 1];
        }
        if (year > 9999) {
            throw new DateTimeException(text);
        }
        return LocalDateTime.of(year, month, day, hour(parts, text), part(parts, 4), part(parts, 5));
    }

    private static int hour(int[] parts, String text) {
        int hour = part(parts, 3);
        char last = Character.toUpperCase(text.charAt(text.length() - 1));
        if (last != 'M') {
            return hour;
        }
        boolean afternoon = Character.toUpperCase(text.charAt(text.length() - 2)) == 'P';
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private static int part(int[] parts, int index) {
        return index < parts.length ? parts[index] : 0;
    }

    /// Where `Z` or `+08:00` begins behind a time, −1 when there is none.
    private static int offsetAt(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return -1;
        }
        if (text.endsWith("Z")) {
            return text.length() - 1;
        }
        return Math.max(text.indexOf('+', colon), text.indexOf('-', colon));
    }

    /// The numbers in a date, as long as only what may stand between them stands there; empty otherwise.
    static int[] numbers(String text) {
        int[] numbers = new int[MOST_NUMBERS];
        int count = 0;
        boolean inNumber = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                if (!inNumber && count++ == MOST_NUMBERS) {
                    return new int[0];
                }
                inNumber = true;
                if (numbers[count - 1] > 99_999_999) {
                    return new int[0];
                }
                numbers[count - 1] = numbers[count - 1] * 10 + c - '0';
            } else if ("-/.: T年月日时分秒AMPampm".indexOf(c) >= 0) {
                inNumber = false;
            } else {
                return new int[0];
            }
        }
        return Arrays.copyOf(numbers, count);
    }
}
