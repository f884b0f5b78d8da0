package io.waterwheel.loyalty.points.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One booking as its member sees it.
///
/// @param kind      earn, open, mature, spend, freeze, capture, release, take-back, give-back, deduct or expire
/// @param available how much more could be spent after it; negative: less
/// @param debt      how much more was owed after it
/// @param reason    the code
/// @param why       the same in words
/// @param others    whose points it moved besides; of another's booking that moved theirs, whose booking that is.
///                  For people of the brand: a member is told no more of others than `why` says
public record StatementLine(
        long entry,
        Instant at,
        Instant bookedAt,
        String kind,
        long points,
        long available,
        long pending,
        long frozen,
        long debt,
        String reason,
        Map<String, String> values,
        String why,
        List<PointsOf> others) {}
