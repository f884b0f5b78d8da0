package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A brand's programme.
///
/// @param earn     at most 200 rules; what comes later in the list never counts more
/// @param stacking what several multipliers make together
/// @param rounding how a number with a fraction becomes whole points: once for what an order brings by a
///                 rule, once more after multiplying
/// @param caps     for all rules together; its budget is the programme's
/// @param tiers    null where the brand has none
/// @param plans    paid memberships that are sold, at most 20
@Schema(name = "ProgrammeDefinition")
public record ProgrammeDefinition(
        List<EarnRule> earn,
        Stacking stacking,
        Rounding rounding,
        Caps caps,
        PointsRules points,
        @Nullable TierScheme tiers,
        List<PaidPlan> plans) {

    static final int MOST_RULES = 200;
    static final int MOST_PLANS = 20;

    public ProgrammeDefinition {
        earn = List.copyOf(earn);
        plans = List.copyOf(plans);
    }

    /// The same programme as the same value: lists whose order means nothing are sorted.
    public ProgrammeDefinition canonical() {
        return new ProgrammeDefinition(
                earn.stream().map(EarnRule::canonical).toList(), stacking, rounding, caps, points, tiers, plans);
    }

    public Optional<EarnRule> rule(String id) {
        return earn.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Optional<PaidPlan> plan(String id) {
        return plans.stream().filter(plan -> plan.id().equals(id)).findFirst();
    }
}
