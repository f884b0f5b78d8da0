package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.stream.Stream;

/// Today and the days after it.
///
/// @param days how many with today, 1 … 366
@Schema(name = "NextDays")
public record NextDays(int days) implements Ahead {

    static final int MOST = 366;

    public NextDays {
        InvalidCondition.when(days < 1 || days > MOST, "/days", Fault.OUT_OF_RANGE, "1 … " + MOST);
    }

    @Override
    public Stream<LocalDate> from(LocalDate today) {
        return today.datesUntil(today.plusDays(days));
    }
}
