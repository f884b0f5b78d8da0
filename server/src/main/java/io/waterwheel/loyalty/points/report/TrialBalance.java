package io.waterwheel.loyalty.points.report;

import java.util.Map;

/// What stands on each account of a brand and its members together.
///
/// @param accounts by account: what members have is positive, what was issued to them negative
/// @param sum      of all of them: zero
public record TrialBalance(Map<String, Long> accounts, long sum) {}
