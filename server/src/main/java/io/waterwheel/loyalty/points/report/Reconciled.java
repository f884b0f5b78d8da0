package io.waterwheel.loyalty.points.report;

import java.util.List;

/// What a reconciliation found.
///
/// @param entries     how many bookings were added up
/// @param differences nothing, or the first few hundred
public record Reconciled(long entries, List<Difference> differences) {}
