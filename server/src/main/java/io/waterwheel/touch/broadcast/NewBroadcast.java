package io.waterwheel.touch.broadcast;

import io.waterwheel.touch.policy.Purpose;

/// A broadcast as a person asks for it.
///
/// @param holdoutPercent 0 … 90 % of the eligible are left alone
/// @param windowDays     days after the start in which orders count for its result, 1 … 365
public record NewBroadcast(
        String name, String segmentId, String templateId, Purpose purpose, double holdoutPercent, int windowDays) {}
