package io.waterwheel.touch.broadcast;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A second person's word on the plan that stands.
///
/// @param round     how often approval was asked for; a decision says which of them it answers
/// @param mayDecide whether the person who reads this may approve or refuse now
/// @param decidedBy null until somebody has approved or refused
/// @param reason    why it was refused
public record Approval(
        int round,
        String askedBy,
        Instant askedAt,
        boolean mayDecide,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String reason) {

    /// @param round of the plan that was looked at
    public record Approve(int round) {}

    /// @param round  of the plan that was looked at
    /// @param reason 1 … 500 characters, for whoever planned it
    public record Refuse(int round, String reason) {}
}
