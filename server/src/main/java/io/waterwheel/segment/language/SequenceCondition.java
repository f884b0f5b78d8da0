package io.waterwheel.segment.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One event after the other, within some days, and without another in between.
///
/// Events are in order by when they happened; of those of one moment, the one that was written first comes first. The
/// condition holds when there are events, one for each step and each after the one before, the last at most
/// `withinDays` × 24 hours after the first, both edges inside, and, with `without`, no such event after the first of
/// them and up to the last, that one included.
///
/// With a single step it holds when such an event was more than `withinDays` × 24 hours ago and no `without` event
/// came after it within that time, its end included.
///
/// @param steps      one to five; a single one only with `without`
/// @param withinDays 1 … 7305
/// @param without    what must not have happened
/// @param window     in which each step must lie; null for all that is known. `without` is not bound to it.
@Schema(name = "SequenceCondition")
public record SequenceCondition(
        List<EventFilter> steps,
        int withinDays,
        @Nullable EventFilter without,
        @Nullable Window window) implements Condition {

    static final int MOST_STEPS = 5;

    public SequenceCondition {
        steps = List.copyOf(steps);
        InvalidCondition.when(
                steps.isEmpty() || steps.size() > MOST_STEPS, "/steps", Fault.OUT_OF_RANGE, "1 … " + MOST_STEPS);
        InvalidCondition.when(steps.size() == 1 && without == null, "/without", Fault.WITHOUT_NEEDED);
        InvalidCondition.when(
                withinDays < 1 || withinDays > Last.MOST_DAYS,
                "/withinDays",
                Fault.OUT_OF_RANGE,
                "1 … " + Last.MOST_DAYS);
    }
}
