package io.waterwheel.loyalty.task;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A task, and how it fares.
///
/// @param activeFrom when it was last switched on
/// @param done       how often it was done
/// @param members    by how many
@Schema(name = "LoyaltyTask")
public record Task(
        String id,
        NewTask task,
        boolean active,
        @Nullable Instant activeFrom,
        int done,
        int members,
        Instant createdAt) {}
