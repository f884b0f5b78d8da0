package io.waterwheel.touch.calltask;

import io.waterwheel.kernel.CustomerNo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A call that somebody is to make.
///
/// @param customerNo who it is now; the number to dial is looked up on the customer's page, and that is audited
/// @param words      what to say
/// @param note       what whoever called wrote down
public record CallTask(
        String id,
        CustomerNo customerNo,
        @Nullable String name,
        String words,
        CallTaskState state,
        @Nullable CallResult result,
        @Nullable String note,
        Instant dueAt,
        Instant createdAt,
        @Nullable Instant doneAt,
        @Nullable String doneBy) {}
