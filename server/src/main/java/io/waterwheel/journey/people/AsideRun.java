package io.waterwheel.journey.people;

import io.waterwheel.journey.JourneyId;
import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;

/// A run that could not go on.
///
/// @param code     why, stable, for programs
/// @param attempts how often it was tried
public record AsideRun(
        String run,
        JourneyId journey,
        String name,
        CustomerNo customerNo,
        String node,
        String code,
        String detail,
        Instant at,
        int attempts) {}
