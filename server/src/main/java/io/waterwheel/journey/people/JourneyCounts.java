package io.waterwheel.journey.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a journey stands.
///
/// @param nodes         each node of each version somebody ever came to
/// @param inside        who is in it now, those put aside included
/// @param entered       all who ever came in, those kept back included
/// @param control       those kept back to compare
/// @param goals         who of those not kept back reached the goal
/// @param controlGoals  who of those kept back did
/// @param uplift        what the journey brought; null without somebody on either side
public record JourneyCounts(
        List<NodeCount> nodes,
        long inside,
        long entered,
        long ended,
        long control,
        long goals,
        long controlGoals,
        @Nullable GoalUplift uplift) {}
