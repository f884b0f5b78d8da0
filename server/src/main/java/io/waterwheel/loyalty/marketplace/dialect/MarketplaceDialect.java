package io.waterwheel.loyalty.marketplace.dialect;

import io.waterwheel.kernel.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one marketplace speaks: signatures, names, codes and addresses. What is meant is the same for all.
public interface MarketplaceDialect {

    /// Such as `tmall`; the platform that stands before buyer ids of its orders.
    String code();

    /// Whether a shop of this marketplace needs a salt.
    boolean mixes();

    /// @throws Problem `marketplace-signature-wrong`, `marketplace-timestamp-old`, `marketplace-call-unreadable`
    MarketCall read(ShopKeys keys, MarketRequest request, Instant now);

    MarketReply answer(MarketRequest request, MarketAnswer answer);

    /// The refusal in the marketplace's own form.
    MarketReply refusal(MarketRequest request, Problem problem);

    /// A phone as the marketplace mixes it.
    Optional<byte[]> mix(ShopKeys keys, String phone);

    /// Tells what a member has.
    ///
    /// @param version larger than that of every state told before
    PushOutcome push(ShopKeys keys, String account, MemberStanding standing, long version, Instant now);

    /// Tells that an account is bound no longer.
    PushOutcome unbind(ShopKeys keys, String account, Instant now);

    /// @param from what the page before said is next; null for the first
    /// @throws IOException when it was not told
    BoundPage bound(ShopKeys keys, @Nullable String from, Instant now) throws IOException;
}
