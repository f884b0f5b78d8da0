package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.stream.Stream;

/// A whole calendar month.
///
/// @param months 0 for the month of today, its past days too; 1 for the next one; at most 11
@Schema(name = "MonthAhead")
public record MonthAhead(int months) implements Ahead {

    static final int MOST = 11;

    public MonthAhead {
        InvalidCondition.when(months < 0 || months > MOST, "/months", Fault.OUT_OF_RANGE, "0 … " + MOST);
    }

    @Override
    public Stream<LocalDate> from(LocalDate today) {
        LocalDate first = today.withDayOfMonth(1).plusMonths(months);
        return first.datesUntil(first.plusMonths(1));
    }
}
