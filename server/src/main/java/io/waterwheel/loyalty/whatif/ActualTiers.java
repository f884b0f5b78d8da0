package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.programme.TierScheme;
import io.waterwheel.loyalty.whatif.WhatIfAnswer.WhatIfSide;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.CaseConditionStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// How many members have each tier in fact: what was published earlier, and what was judged on its day, stands
/// in it.
@Component
class ActualTiers {

    private final DSLContext database;

    ActualTiers(DSLContext database) {
        this.database = database;
    }

    WhatIfAnswer beside(Brand brand, ProgrammeDefinition programme, WhatIfAnswer answer) {
        TierScheme scheme = programme.tiers();
        if (scheme == null) {
            return answer;
        }
        Map<Integer, Integer> counts = counts(brand, scheme.tiers());
        WhatIfSide today = answer.today();
        return new WhatIfAnswer(
                answer.from(),
                answer.until(),
                answer.months(),
                answer.members(),
                answer.netSales(),
                answer.shortPast(),
                new WhatIfSide(
                        today.points(),
                        today.pointsCost(),
                        today.benefitsCost(),
                        IntStream.range(0, today.tiers().size())
                                .mapToObj(place -> today.tiers().get(place).actually(counts.getOrDefault(place, 0)))
                                .toList(),
                        today.rules(),
                        today.pointsByMonth()),
                answer.draft(),
                answer.moves(),
                answer.breakEven());
    }

    /// Of somebody with several memberships the best counts.
    private Map<Integer, Integer> counts(Brand brand, List<Tier> tiers) {
        CaseConditionStep<Integer> place =
                DSL.when(MEMBER.TIER.eq(tiers.getFirst().id()), DSL.inline(0));
        for (int i = 1; i < tiers.size(); i++) {
            place = place.when(MEMBER.TIER.eq(tiers.get(i).id()), DSL.inline(i));
        }
        Field<Integer> best = DSL.field(DSL.name("best"), Integer.class);
        var members = DSL.select(MEMBER.CUSTOMER_NO, DSL.max(place).as(best))
                .from(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.id().value()))
                .and(MEMBER.TIER.isNotNull())
                .groupBy(MEMBER.CUSTOMER_NO)
                .asTable("members");
        return database.select(best, DSL.count())
                .from(members)
                .where(best.isNotNull())
                .groupBy(best)
                .fetchMap(Record2::value1, Record2::value2);
    }
}
