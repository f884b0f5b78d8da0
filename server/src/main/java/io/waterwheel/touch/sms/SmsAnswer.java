package io.waterwheel.touch.sms;

import io.waterwheel.touch.CallOutcome;
import java.util.Map;

/// What a provider said to a batch.
sealed interface SmsAnswer {

    /// @param batch   the provider's name for it
    /// @param refused out-id → the provider's code, of those it would not take
    record Taken(String batch, Map<String, String> refused) implements SmsAnswer {}

    record NotTaken(CallOutcome outcome) implements SmsAnswer {}
}
