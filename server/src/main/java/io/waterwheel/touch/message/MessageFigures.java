package io.waterwheel.touch.message;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.web.ProblemBody;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the single messages of some days, and what waits.
public record MessageFigures(List<Outcome> outcomes, List<Line> lines) {

    /// @param asker  the module that asked, such as `journey`
    /// @param reason null when nothing needs a reason
    @Schema(name = "MessageOutcome")
    public record Outcome(
            String asker, String state, @Nullable String reason, int count) {}

    /// The messages that wait to be sent by one channel.
    ///
    /// @param due     of those waiting, how many could go now
    /// @param oldest  since when the oldest of these could have gone; null when none is due
    /// @param problem what stands in the way of all of them, null while nothing does
    @Schema(name = "MessageLine")
    public record Line(
            ChannelKind channel,
            int waiting,
            int due,
            @Nullable Instant oldest,
            @Nullable ProblemBody problem,
            @Nullable Instant since,
            @Nullable Instant retryAt) {}
}
