package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.BENEFIT_RULE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.loyalty.programme.HeldBenefit;
import io.waterwheel.loyalty.programme.saved.ProgrammePublished;
import io.waterwheel.loyalty.reward.Reward;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Lets what the programme gives be given like every other benefit: with each version that is published, those
/// it has are on and those it has no more are off. One that keeps its id stays the same benefit, so that nobody
/// gets it anew for a period they had it for.
@Component
class ProgrammeBenefits {

    private final DSLContext database;
    private final JsonMapper json;
    private final InstantSource clock;

    ProgrammeBenefits(DSLContext database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// In the transaction that publishes.
    @EventListener
    void published(ProgrammePublished told) {
        List<String> kept = new ArrayList<>();
        for (HeldBenefit held : told.definition().benefits()) {
            Reward gives = held.benefit().gives();
            String id = held.benefit().id();
            if (gives != null && id != null) {
                keep(told.brand(), id, NewBenefit.of(held, gives));
                kept.add(id);
            }
        }
        database.update(BENEFIT_RULE)
                .set(BENEFIT_RULE.ACTIVE, false)
                .where(BENEFIT_RULE.BRAND_ID.eq(told.brand().id().value()))
                .and(BENEFIT_RULE.PROGRAMME_KEY.isNotNull())
                .and(BENEFIT_RULE.PROGRAMME_KEY.notIn(kept))
                .and(BENEFIT_RULE.ACTIVE)
                .execute();
    }

    private void keep(Brand brand, String id, NewBenefit benefit) {
        JSONB rule = JSONB.valueOf(json.writeValueAsString(benefit));
        database.insertInto(BENEFIT_RULE)
                .set(BENEFIT_RULE.BRAND_ID, brand.id().value())
                .set(BENEFIT_RULE.PROGRAMME_KEY, id)
                .set(BENEFIT_RULE.NAME, benefit.name())
                .set(BENEFIT_RULE.RULE, rule)
                .set(BENEFIT_RULE.ACTIVE, true)
                .set(BENEFIT_RULE.CREATED_BY, Actor.current().name())
                .set(BENEFIT_RULE.CREATED_AT, clock.instant())
                .onConflict(BENEFIT_RULE.BRAND_ID, BENEFIT_RULE.PROGRAMME_KEY)
                .doUpdate()
                .set(BENEFIT_RULE.NAME, benefit.name())
                .set(BENEFIT_RULE.RULE, rule)
                .set(BENEFIT_RULE.ACTIVE, true)
                .setNull(BENEFIT_RULE.DONE_ON)
                .execute();
    }
}
