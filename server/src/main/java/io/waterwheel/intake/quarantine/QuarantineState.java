package io.waterwheel.intake.quarantine;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.Locale;

/// Where an event in quarantine stands.
public enum QuarantineState {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("replayed")
    REPLAYED,
    @JsonProperty("discarded")
    DISCARDED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws Problem `malformed`
    public static QuarantineState of(String code) {
        for (QuarantineState state : values()) {
            if (state.code().equals(code)) {
                return state;
            }
        }
        throw new Problem(KernelProblem.MALFORMED).with("reason", "state");
    }
}
