package io.waterwheel.loyalty.programme;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// How tiers are reached and kept.
///
/// @param period    over which time what counts is added up, and for how long a tier is kept
/// @param graceDays days after a period in which what is missing may still be done
/// @param tiers     from the lowest up, at most 20; the lowest starts at 0
@Schema(name = "TierScheme")
public record TierScheme(
        TierBasis basis, TierPeriod period, Downgrade downgrade, int graceDays, OnRefund onRefund, List<Tier> tiers) {

    static final int MOST_TIERS = 20;

    public TierScheme {
        tiers = List.copyOf(tiers);
        Misfit.outside(graceDays, 0, 90, "/graceDays");
        Misfit.when(tiers.isEmpty(), "/tiers", ProgrammeFault.SOME_VALUES, "");
        Misfit.when(tiers.size() > MOST_TIERS, "/tiers", ProgrammeFault.TOO_MANY, MOST_TIERS);
        Misfit.when(tiers.getFirst().threshold().signum() != 0, "/tiers/0/threshold", ProgrammeFault.FIRST_IS_OPEN, "");
        for (int i = 0; i < tiers.size(); i++) {
            Tier tier = tiers.get(i);
            String place = "/tiers/" + i;
            Misfit.when(
                    i > 0 && tier.threshold().compareTo(tiers.get(i - 1).threshold()) <= 0,
                    place + "/threshold",
                    ProgrammeFault.THRESHOLDS_RISE,
                    "");
            Misfit.when(
                    basis != TierBasis.SPEND
                            && tier.threshold().stripTrailingZeros().scale() > 0,
                    place + "/threshold",
                    ProgrammeFault.TOO_FINE,
                    0);
            for (Tier other : tiers.subList(0, i)) {
                Misfit.when(other.id().equals(tier.id()), place + "/id", ProgrammeFault.TAKEN, tier.id());
                Misfit.when(other.name().equals(tier.name()), place + "/name", ProgrammeFault.TAKEN, tier.name());
            }
        }
    }

    /// From 0, or −1 where there is no such tier.
    public int index(String id) {
        for (int i = 0; i < tiers.size(); i++) {
            if (tiers.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
