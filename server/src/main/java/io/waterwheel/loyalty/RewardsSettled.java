package io.waterwheel.loyalty;

import io.waterwheel.kernel.BrandId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of rewards that were asked for. Published in the transaction that settles them, each once.
public record RewardsSettled(BrandId brand, List<Settled> rewards) {

    public RewardsSettled {
        rewards = List.copyOf(rewards);
    }

    /// @param reason why not, such as `not-member` or `sold-out`; null when given
    public record Settled(String key, @Nullable String reason) {

        public boolean given() {
            return reason == null;
        }
    }
}
