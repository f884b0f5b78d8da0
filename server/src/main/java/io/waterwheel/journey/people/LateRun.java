package io.waterwheel.journey.people;

import io.waterwheel.journey.JourneyId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import java.time.Instant;

/// Somebody who should have gone on.
///
/// @param reason paused, behind, message, guide or aside
/// @param words  the same for people
/// @param since  since when
public record LateRun(
        String run,
        JourneyId journey,
        String name,
        CustomerNo customerNo,
        String node,
        String reason,
        Text words,
        Instant since) {}
