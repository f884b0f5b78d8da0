package io.waterwheel.loyalty.calendar;

import io.waterwheel.loyalty.programme.PaidPlan;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What tiers and paid memberships are called; those that are gone keep the name they had last.
record HeldNames(Map<String, String> tiers, Map<String, String> plans) {

    /// @param versions of the programme, the oldest first
    static HeldNames of(List<LiveProgramme> versions) {
        Map<String, String> tiers = new HashMap<>();
        Map<String, String> plans = new HashMap<>();
        for (LiveProgramme version : versions) {
            TierScheme scheme = version.definition().tiers();
            if (scheme != null) {
                for (Tier tier : scheme.tiers()) {
                    tiers.put(tier.id(), tier.name());
                }
            }
            for (PaidPlan plan : version.definition().plans()) {
                plans.put(plan.id(), plan.name());
            }
        }
        return new HeldNames(tiers, plans);
    }

    /// The id where it was never published.
    String tier(String id) {
        return tiers.getOrDefault(id, id);
    }

    String plan(String id) {
        return plans.getOrDefault(id, id);
    }
}
