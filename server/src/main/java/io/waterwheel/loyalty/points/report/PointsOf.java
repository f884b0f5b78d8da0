package io.waterwheel.loyalty.points.report;

import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;

/// Points of one booking that are somebody else's than those of whoever asks.
///
/// @param name   masked; null where none is known
/// @param points how many, whichever way they went
public record PointsOf(CustomerNo customer, @Nullable String name, long points) {}
