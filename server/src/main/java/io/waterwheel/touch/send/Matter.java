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

    /// What one recipient's message is known by: the same on every try, in whichever call it goes.
    String messageKey(CustomerNo customer) {
        Long message = messages.get(customer);
        return message == null ? "b" + errand.broadcast() + "-c" + customer : "m" + message;
    }
}
