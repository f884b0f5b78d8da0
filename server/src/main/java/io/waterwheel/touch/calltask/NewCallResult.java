package io.waterwheel.touch.calltask;

import org.jspecify.annotations.Nullable;

/// What came of a call, as a person or a dialling system tells it.
public record NewCallResult(CallResult result, @Nullable String note) {}
