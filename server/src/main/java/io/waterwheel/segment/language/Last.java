package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// From `days` × 24 hours ago until now, both edges inside: exact to the second, no calendar in it.
@Schema(name = "LastWindow")
public record Last(int days) implements Window {

    static final int MOST_DAYS = 7305;

    public Last {
        InvalidCondition.when(days < 1 || days > MOST_DAYS, "/days", Fault.OUT_OF_RANGE, "1 … " + MOST_DAYS);
    }

    @Override
    public Interval at(Instant now, ZoneId zone) {
        // The warehouse keeps microseconds, so one more of them puts `now` itself inside.
        return new Interval(now.minus(Duration.ofDays(days)), now.plusNanos(1_000), true);
    }
}
