package io.waterwheel.journey.course;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.journey.language.Reentry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether somebody at the door may come in, by when they were in last.
public enum Admittance {
    @JsonProperty("enters")
    ENTERS,
    /// They are in it already.
    @JsonProperty("inside")
    INSIDE,
    /// They were in it, and the rule does not let them in again, or not yet.
    @JsonProperty("before")
    BEFORE;

    /// @param enteredAt when they came in last; null when they never did
    /// @param live      whether they are still inside
    public static Admittance of(Reentry rule, @Nullable Instant enteredAt, boolean live, Instant now) {
        if (enteredAt == null) {
            return ENTERS;
        }
        if (live) {
            return INSIDE;
        }
        return switch (rule.rule()) {
            case NEVER -> BEFORE;
            case AFTER_EXIT, ALWAYS -> ENTERS;
            case AFTER_DAYS ->
                enteredAt
                                .plus(Duration.ofDays(Objects.requireNonNull(rule.days())))
                                .isAfter(now)
                        ? BEFORE
                        : ENTERS;
        };
    }
}
