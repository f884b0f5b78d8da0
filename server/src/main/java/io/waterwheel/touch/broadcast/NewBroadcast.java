package io.waterwheel.touch.broadcast;

import io.waterwheel.touch.Purpose;
import org.jspecify.annotations.Nullable;

/// A broadcast as a person asks for it.
///
/// @param holdoutPercent 0 … 90 % of the eligible are left alone
/// @param windowDays     days after the start in which orders count for its result, 1 … 365
/// @param priority       0 … 9; plans of larger priority take the room in a cap; null: 5
public record NewBroadcast(
        String name,
        String segmentId,
        String templateId,
        Purpose purpose,
        double holdoutPercent,
        int windowDays,
        @Nullable Integer priority) {

    public NewBroadcast(
            String name, String segmentId, String templateId, Purpose purpose, double holdoutPercent, int windowDays) {
        this(name, segmentId, templateId, purpose, holdoutPercent, windowDays, null);
    }
}
