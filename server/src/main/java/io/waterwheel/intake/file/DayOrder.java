package io.waterwheel.intake.file;

import org.jspecify.annotations.Nullable;

/// Which comes first in dates that end with the year.
enum DayOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /// No date of the file tells.
    UNKNOWN;

    /// What one date proves: a number above twelve is no month.
    ///
    /// @return null when the text is no such date
    static @Nullable DayOrder provenBy(String text) {
        int[] parts = LocalTimes.numbers(text);
        if (parts.length < 3 || parts[0] > 31 || parts[2] < 1000) {
            return null;
        }
        return parts[0] > 12 ? DAY_FIRST : parts[1] > 12 ? MONTH_FIRST : UNKNOWN;
    }
}
