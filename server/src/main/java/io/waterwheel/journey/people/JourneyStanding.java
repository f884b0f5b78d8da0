package io.waterwheel.journey.people;

import java.util.List;

/// Whether journeys keep up.
///
/// @param late            those longest overdue first, at most two hundred
/// @param behindSeconds   how long the one who waits longest for us has been due; 0 when nobody is
/// @param outbox          events on their way to the log
/// @param entrants        people at doors
/// @param unreadEvents    events journeys have not looked at
public record JourneyStanding(List<LateRun> late, long behindSeconds, long outbox, long entrants, long unreadEvents) {}
