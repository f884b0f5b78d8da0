package io.waterwheel.touch;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.util.Map;

/// What became of a call.
public sealed interface CallOutcome {

    /// The channel has it.
    ///
    /// @param messageKey the channel's name for the message
    /// @param refused    recipients it would not take, with the reason
    record Accepted(String messageKey, Map<CustomerNo, String> refused) implements CallOutcome {
        public Accepted {
            refused = Map.copyOf(refused);
        }
    }

    /// It will never take this, for any of the recipients.
    record Rejected(String reason) implements CallOutcome {}

    /// Nothing was done; the same call may succeed later.
    ///
    /// @param after how long the channel asks for, zero when it does not say
    record Later(Duration after, Problem why) implements CallOutcome {}

    /// Nothing was done, and nothing will be until a person changes a setting.
    record Blocked(Problem why) implements CallOutcome {}

    /// It may or may not have been done.
    record Unsure(String why) implements CallOutcome {}
}
