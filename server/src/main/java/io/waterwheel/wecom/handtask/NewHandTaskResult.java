package io.waterwheel.wecom.handtask;

import org.jspecify.annotations.Nullable;

/// What came of a task, as the guide tells it.
public record NewHandTaskResult(
        HandTaskResult result, @Nullable String note) {}
