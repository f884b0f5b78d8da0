package io.waterwheel.touch;

import io.waterwheel.kernel.CustomerNo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One call of a channel.
///
/// @param key     unique and the same on every try; where the channel takes a message id, it is made of this
/// @param sender  the guide, null where the brand itself sends
/// @param text    the first recipient's; everybody's where the channel carries one text
/// @param leave   where recipients take their consent back with one click; null when it is not theirs to take
public record Call(
        String key,
        @Nullable String sender,
        @Nullable String subject,
        String text,
        List<To> recipients,
        @Nullable URI leave) {

    public Call {
        recipients = List.copyOf(recipients);
    }

    /// @param key  unique for this message to this recipient, in whichever call it goes
    /// @param text what this recipient reads
    public record To(CustomerNo customer, String address, String key, String text) {}
}
