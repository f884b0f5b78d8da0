package io.waterwheel.loyalty.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.loyalty.reward.Reward;
import java.util.List;

/// A benefit as a person writes it.
///
/// @param tiers      ids of the tiers whose members get it; empty for all members
/// @param daysBefore of the birthday: how many days before; 0 for the day itself
@Schema(name = "NewMemberBenefit")
public record NewBenefit(String name, BenefitOccasion occasion, List<String> tiers, int daysBefore, Reward reward) {

    public NewBenefit {
        tiers = List.copyOf(tiers);
    }
}
