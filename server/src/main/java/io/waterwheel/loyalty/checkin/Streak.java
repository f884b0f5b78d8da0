package io.waterwheel.loyalty.checkin;

import java.time.LocalDate;
import java.util.Collection;

/// Days in a row. Days are the brand's, so an hour that is left out or comes twice in the night changes
/// nothing.
final class Streak {

    private Streak() {}

    /// How many days in a row end on that day, itself counted if it is among them.
    static int until(LocalDate day, Collection<LocalDate> days) {
        int streak = 0;
        for (LocalDate one = day; days.contains(one); one = one.minusDays(1)) {
            streak++;
        }
        return streak;
    }
}
