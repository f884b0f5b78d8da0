package io.waterwheel.touch.send;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.touch.Purpose;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What calls that are written down together have in common.
///
/// @param linkUrl  where `{{ link }}` leads, null when there is none
/// @param template of single messages, which one; null of a broadcast
/// @param messages of single messages, each customer's; empty of a broadcast
record Matter(
        Errand errand,
        Purpose purpose,
        @Nullable String linkUrl,
        @Nullable Long template,
        Map<CustomerNo, Long> messages) {

    /// What a call is known by at the channel: the same on every try for one recipient.
    String key(long dispatch, CustomerNo customer, boolean shared) {
        Long message = messages.get(customer);
        if (shared) {
            return errand.broadcast() == null ? "m-d" + dispatch : "b" + errand.broadcast() + "-d" + dispatch;
        }
        return message == null ? "b" + errand.broadcast() + "-c" + customer : "m" + message;
    }
}
