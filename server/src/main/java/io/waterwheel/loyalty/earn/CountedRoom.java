package io.waterwheel.loyalty.earn;

import java.time.LocalDate;
import java.util.Arrays;

/// Counts what is given in memory, one member after the other; budgets are everybody's.
public final class CountedRoom implements Room {

    private final long[] day;
    private final long[] month;
    private final long[] ever;
    private final long[] dayOf;
    private final long[] monthOf;

    /// @param rules how many there are
    public CountedRoom(int rules) {
        day = new long[rules + 1];
        month = new long[rules + 1];
        ever = new long[rules + 1];
        dayOf = new long[rules + 1];
        monthOf = new long[rules + 1];
    }

    /// Another member.
    public void next() {
        Arrays.fill(dayOf, Long.MIN_VALUE);
        Arrays.fill(monthOf, Long.MIN_VALUE);
    }

    @Override
    public long used(int rule, Span span, LocalDate at) {
        int place = rule + 1;
        return switch (span) {
            case DAY -> dayOf[place] == at.toEpochDay() ? day[place] : 0;
            case MONTH -> monthOf[place] == month(at) ? month[place] : 0;
            case EVER -> ever[place];
        };
    }

    @Override
    public void take(int rule, LocalDate at, long points) {
        int place = rule + 1;
        day[place] = used(rule, Span.DAY, at) + points;
        month[place] = used(rule, Span.MONTH, at) + points;
        ever[place] += points;
        dayOf[place] = at.toEpochDay();
        monthOf[place] = month(at);
    }

    private static long month(LocalDate day) {
        return day.getYear() * 12L + day.getMonthValue();
    }
}
