package io.waterwheel.touch.sms;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.CallTrace;
import java.util.List;
import java.util.function.UnaryOperator;

/// Somebody who carries SMS. Another provider is one more bean of this type: it says in its own words what
/// these methods say, and keeps nothing.
interface SmsProvider {

    /// Stands in the settings.
    String code();

    /// Adds to `problem` what the settings lack for this provider.
    void check(SmsSettings settings, boolean hasSecret, Problem problem);

    /// Sends a batch once.
    ///
    /// @param request the batch's key; where the provider knows something like it, the same key is carried once
    SmsAnswer send(SmsAccount account, String request, List<Sms> messages);

    /// What became of a batch whose answer never came.
    default CallTrace trace(SmsAccount account, String request) {
        return new CallTrace.NotKnown();
    }

    /// What is known by now of a batch's messages. Only of those whose end is known.
    ///
    /// @throws Problem when it cannot be asked right now
    default List<SmsReceipt> receipts(SmsAccount account, String request) {
        return List.of();
    }

    /// Reads what the provider brings by itself.
    ///
    /// @param header a request header by name, empty when it is not there
    /// @throws Problem `sms-callback-refused` when it is not from the provider
    default SmsNews news(SmsAccount account, UnaryOperator<String> header, byte[] body) {
        return new SmsNews(List.of(), List.of());
    }
}
