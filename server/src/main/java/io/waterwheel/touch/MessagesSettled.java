package io.waterwheel.touch;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of messages that were asked for. Published in the transaction that settles them, each message
/// once.
public record MessagesSettled(BrandId brand, List<Settled> messages) {

    public MessagesSettled {
        messages = List.copyOf(messages);
    }

    /// @param customer whose the message is now
    /// @param reason   why not; null when sent
    public record Settled(
            String key,
            CustomerNo customer,
            MessageState state,
            @Nullable String reason) {}
}
