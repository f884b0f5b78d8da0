package io.waterwheel.insight.home;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// A brand's year at a glance.
///
/// @param dataAt     when the newest event in the numbers was written
/// @param windowFrom the brand's days, both included
public record Home(
        Instant dataAt,
        LocalDate windowFrom,
        LocalDate windowTo,
        List<Metric> metrics,
        List<WheelPart> wheel,
        List<MonthPoint> months) {}
