package io.waterwheel.loyalty.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.programme.Benefit;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.HeldBenefit;
import io.waterwheel.loyalty.reward.Reward;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A benefit that is handed out, as a person writes it here or in the programme.
///
/// @param tiers      ids of the tiers whose members get it; empty for all members
/// @param plan       the id of the paid membership whose holders get it, whatever their tier; null for no such
/// @param daysBefore of the birthday: how many days before; 0 for the day itself
/// @param day        of the member day: which day of the month; null otherwise
/// @param cost       what one costs the brand, in the currency's major unit; null for nothing
@Schema(name = "NewMemberBenefit")
public record NewBenefit(
        String name,
        BenefitEvery occasion,
        List<String> tiers,
        @Nullable String plan,
        int daysBefore,
        @Nullable Integer day,
        @Nullable BigDecimal cost,
        Reward reward) {

    public NewBenefit {
        tiers = List.copyOf(tiers);
    }

    static NewBenefit of(HeldBenefit held, Reward gives) {
        Benefit benefit = held.benefit();
        String tier = held.tier();
        return new NewBenefit(
                benefit.name(),
                benefit.every(),
                tier == null ? List.of() : List.of(tier),
                held.plan(),
                benefit.daysBefore(),
                benefit.day(),
                benefit.cost(),
                gives);
    }

    /// Whether it is given for reaching a tier or paying for a membership.
    boolean reached() {
        return occasion == BenefitEvery.ONCE || occasion == BenefitEvery.AGAIN;
    }

    /// @param tier  of somebody; null where the brand has none
    /// @param plans the paid memberships they have now
    boolean isFor(@Nullable String tier, Collection<String> plans) {
        return plan != null ? plans.contains(plan) : tiers.isEmpty() || tier != null && tiers.contains(tier);
    }
}
