package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.MemberReward;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.reward.Reward;
import io.waterwheel.loyalty.reward.RewardCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What members of each tier get, as they read it: what the programme says first, then what they are given
/// beside it.
@Component
public class TierBenefits {

    private final DSLContext database;
    private final RewardCheck rewards;
    private final JsonMapper json;

    TierBenefits(DSLContext database, RewardCheck rewards, JsonMapper json) {
        this.database = database;
        this.rewards = rewards;
        this.json = json;
    }

    /// @param gives what is handed out; null for words alone
    public record Line(
            String name, BenefitEvery every, @Nullable MemberReward gives) {}

    /// By the tier's id.
    public Map<String, List<Line>> of(Brand brand, TierScheme scheme) {
        Map<String, List<Line>> lines = new HashMap<>();
        for (Tier tier : scheme.tiers()) {
            List<Line> own = lines.computeIfAbsent(tier.id(), _ -> new ArrayList<>());
            tier.benefits().forEach(one -> own.add(new Line(one.name(), one.every(), gives(brand, one.gives()))));
        }
        database.selectFrom(BENEFIT_RULE)
                .where(BENEFIT_RULE.BRAND_ID.eq(brand.id().value()))
                .and(BENEFIT_RULE.ACTIVE)
                .and(BENEFIT_RULE.PROGRAMME_KEY.isNull())
                .orderBy(BENEFIT_RULE.ID)
                .forEach(row -> {
                    NewBenefit benefit = json.readValue(row.getRule().data(), NewBenefit.class);
                    Line line = new Line(row.getName(), benefit.occasion(), gives(brand, benefit.reward()));
                    benefit.tiers().stream()
                            .map(lines::get)
                            .filter(own -> own != null)
                            .forEach(own -> own.add(line));
                });
        return lines;
    }

    private @Nullable MemberReward gives(Brand brand, @Nullable Reward reward) {
        return reward == null ? null : rewards.words(brand, reward);
    }
}
