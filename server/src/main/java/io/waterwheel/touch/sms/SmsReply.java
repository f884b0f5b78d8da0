package io.waterwheel.touch.sms;

import java.time.Instant;

/// Somebody answered a message.
///
/// @param id the provider's, by which it is told apart when it comes again
record SmsReply(String id, String phone, String text, Instant at) {

    /// Without number and text.
    @Override
    public String toString() {
        return "SmsReply[" + id + "]";
    }
}
