package io.waterwheel.loyalty.membercentre.card;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.TierBasis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a member stands among the brand's tiers.
///
/// @param basis    what counts; null where the brand has no tiers
/// @param tier     the id of the tier they have; null before it was judged
/// @param lent     whether they have it as a gift or with a paid membership
/// @param reviewOn the first day after the period it is kept for
/// @param reached  what they have of what counts; spend in minor units
/// @param nextTier the id; null at the top
/// @param missing  to the next tier
/// @param tiers    from the lowest up
@Schema(name = "TierProgress")
public record TierProgress(
        @Nullable TierBasis basis,
        @Nullable String tier,
        boolean lent,
        @Nullable Instant since,
        @Nullable LocalDate reviewOn,
        long reached,
        @Nullable String nextTier,
        @Nullable Long missing,
        List<Step> tiers) {

    /// @param threshold what must be reached; spend in minor units
    @Schema(name = "TierStep")
    public record Step(String id, String name, long threshold, List<StepBenefit> benefits) {}

    /// @param every when it is given
    /// @param gives what is handed out, in the reader's language; null for words alone
    @Schema(name = "TierStepBenefit")
    public record StepBenefit(
            String name, BenefitEvery every, @Nullable String gives) {}
}
