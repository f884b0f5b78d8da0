package io.waterwheel.intake.quarantine;

import org.jspecify.annotations.Nullable;

/// @param body the corrected text; absent to replay it as it lies there
public record ReplayWish(@Nullable String body) {}
