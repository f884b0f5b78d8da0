package io.waterwheel.wecom.handtask;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that a guide is to write in WeCom by hand.
///
/// @param guide      the guide's userid
/// @param customerNo who it is for now; null when it is for a group
/// @param name       the customer's or the group's; null when nobody knows it
/// @param words      what to write
/// @param toldAt     when the guide was told of it; null while not
/// @param untold     why the guide has not been told, a code; null while nothing stands in the way
/// @param note       what the guide wrote down
public record HandTask(
        String id,
        HandTaskKind kind,
        String guide,
        @Nullable String guideName,
        @Nullable CustomerNo customerNo,
        @Nullable String name,
        String words,
        HandTaskState state,
        @Nullable HandTaskResult result,
        @Nullable String note,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant toldAt,
        @Nullable String untold,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {}
