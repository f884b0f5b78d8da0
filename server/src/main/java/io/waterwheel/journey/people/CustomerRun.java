package io.waterwheel.journey.people;

import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.engine.RunState;
import io.waterwheel.kernel.Text;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One customer's way through a journey.
///
/// @param waiting for what: time, event, message, task, gift, control, nothing
/// @param dueAt   when something happens by itself
/// @param control kept back, to compare the others with
/// @param ended   why it ended
/// @param aside   why it was put aside
/// @param path    the nodes they left, in order
public record CustomerRun(
        String id,
        JourneyId journey,
        String name,
        int version,
        RunState state,
        String node,
        String waiting,
        @Nullable Instant dueAt,
        boolean control,
        Instant enteredAt,
        String occasion,
        @Nullable Instant goalAt,
        @Nullable Instant endedAt,
        @Nullable Text ended,
        @Nullable String aside,
        List<RunPassed> path) {}
