package io.waterwheel.wecom.moment;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One guide's part of a moment.
///
/// @param state  planned, created (it waits for the guide), published, failed or cancelled
/// @param reason a code; null when nothing needs a reason
/// @param words  why it waits or failed, in the caller's language
@Schema(name = "MomentGuide")
public record MomentGuideRow(
        String guide,
        @Nullable String name,
        String state,
        @Nullable String reason,
        @Nullable String words,
        @Nullable Instant at) {}
