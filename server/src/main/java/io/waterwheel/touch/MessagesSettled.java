package io.waterwheel.touch;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Published in the transaction that settles messages (Spring application event, in bulk).
public record MessagesSettled(BrandId brand, List<Settled> messages) {

    /// @param reason why not; null when sent
    public record Settled(String key, CustomerNo customer, MessageState state, @Nullable String reason) {}
}
