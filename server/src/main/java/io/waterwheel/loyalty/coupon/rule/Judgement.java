package io.waterwheel.loyalty.coupon.rule;

import java.time.Instant;

/// Whether a coupon may be used for a basket.
public sealed interface Judgement {

    record Usable(Discount discount) implements Judgement {}

    /// Its time has not come.
    record NotYet(Instant from) implements Judgement {}

    record Expired(Instant until) implements Judgement {}

    /// Not on this day of the week, or not at this hour.
    record NotNow() implements Judgement {}

    record WrongStore() implements Judgement {}

    record WrongChannel() implements Judgement {}

    /// Nothing in the basket is what it is for.
    record NothingEligible() implements Judgement {}

    /// Too little of what it is for.
    ///
    /// @param missing      in minor units
    /// @param missingPieces how many
    record BelowThreshold(long missing, int missingPieces) implements Judgement {}
}
