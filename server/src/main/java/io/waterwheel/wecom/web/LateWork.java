package io.waterwheel.wecom.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something in WeCom that should have gone on and has not.
///
/// @param id     of the task, the group send or the moment
/// @param name   what the send or the moment is called; of a task, nothing
/// @param guide  on whom it waits, by userid; null when on nobody
/// @param count  how many tasks, groups or guides wait so
/// @param reason guide, guide-left, channel, unknown or behind
/// @param words  the reason in the caller's language
public record LateWork(
        Kind kind,
        @Nullable String id,
        @Nullable String name,
        @Nullable String guide,
        @Nullable String guideName,
        int count,
        String reason,
        String words,
        Instant since) {

    @Schema(name = "LateWorkKind")
    public enum Kind {
        @JsonProperty("hand-task")
        HAND_TASK,
        @JsonProperty("group-send")
        GROUP_SEND,
        @JsonProperty("moment")
        MOMENT
    }
}
