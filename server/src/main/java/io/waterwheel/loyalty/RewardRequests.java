package io.waterwheel.loyalty;

import io.waterwheel.access.Brand;
import java.util.Collection;

/// Points and coupons that other modules want customers to have.
public interface RewardRequests {

    /// Writes down what is asked, in the caller's transaction; given soon after it commits, each key once,
    /// whatever crashes in between. A key that is under way changes nothing. What becomes of it is told by
    /// [RewardsSettled].
    void ask(Brand brand, Collection<RewardRequest> requests);
}
