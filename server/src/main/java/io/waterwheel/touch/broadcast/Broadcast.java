package io.waterwheel.touch.broadcast;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.web.ProblemBody;
import io.waterwheel.touch.Purpose;
import io.waterwheel.touch.policy.AboveLimit;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A broadcast as people see it.
///
/// @param priority 0 … 9; plans of larger priority take the room in a cap
/// @param plan     null before planning has ended
/// @param aboveLimit what of the plan needs a second person; empty once it has started
/// @param approval null where nobody was asked for the plan that stands
/// @param progress null before sending has begun
/// @param problem  why it stopped and what to do, null while all is well
/// @param jobId    the planning or sending under way, or the last one
public record Broadcast(
        String id,
        String name,
        String segmentId,
        String segmentName,
        String templateId,
        String templateName,
        ChannelKind channel,
        Purpose purpose,
        double holdoutPercent,
        int windowDays,
        int priority,
        BroadcastState state,
        @Nullable BroadcastPlan plan,
        Set<AboveLimit> aboveLimit,
        @Nullable Approval approval,
        @Nullable Progress progress,
        @Nullable ProblemBody problem,
        @Nullable UUID jobId,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String createdBy) {}
