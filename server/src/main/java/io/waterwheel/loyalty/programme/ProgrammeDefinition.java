package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /// What the tier or the paid membership is called whose benefit it is.
    public String holder(HeldBenefit held) {
        String id = held.plan() == null ? Objects.requireNonNullElse(held.tier(), "") : held.plan();
        return held.plan() != null
                ? plan(id).map(PaidPlan::name).orElse(id)
                : Stream.ofNullable(tiers)
                        .flatMap(scheme -> scheme.tiers().stream())
                        .filter(tier -> tier.id().equals(id))
                        .map(Tier::name)
                        .findFirst()
                        .orElse(id);
    }

    /// What tiers and paid memberships give, in their order.
    public List<HeldBenefit> benefits() {
        List<HeldBenefit> all = new ArrayList<>();
        List<Tier> steps = tiers == null ? List.of() : tiers.tiers();
        for (int i = 0; i < steps.size(); i++) {
            Tier tier = steps.get(i);
            for (int j = 0; j < tier.benefits().size(); j++) {
                String at = "/tiers/tiers/" + i + "/benefits/" + j;
                all.add(new HeldBenefit(at, tier.id(), null, tier.benefits().get(j)));
            }
        }
        for (int i = 0; i < plans.size(); i++) {
            PaidPlan plan = plans.get(i);
            for (int j = 0; j < plan.benefits().size(); j++) {
                String at = "/plans/" + i + "/benefits/" + j;
                all.add(new HeldBenefit(at, null, plan.id(), plan.benefits().get(j)));
            }
        }
        return all;
    }
}
