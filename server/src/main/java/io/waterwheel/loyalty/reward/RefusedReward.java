package io.waterwheel.loyalty.reward;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.kernel.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something a member was to have and could not be given.
///
/// @param source    what for: `check-in`, `task`, `growth`, `prize`, `benefit`, or who asked, such as `journey`
/// @param occasion  which task, draw, benefit or journey, by the name it had; null where there is none
/// @param reward    what it was, in words
/// @param at        when it was earned
/// @param reason    why not, as a code
/// @param why       why not, in words
/// @param retryable whether trying again can help
@Schema(name = "RefusedReward")
public record RefusedReward(
        String id,
        int customer,
        String source,
        @Nullable String occasion,
        Text reward,
        Instant at,
        String reason,
        Text why,
        boolean retryable,
        State state) {

    /// Where it stands.
    @Schema(name = "RefusedRewardState")
    public enum State {
        @JsonProperty("refused")
        REFUSED,
        /// It is tried once more.
        @JsonProperty("due")
        DUE,
        @JsonProperty("given")
        GIVEN
    }
}
