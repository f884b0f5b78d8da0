package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TrialSms;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Currency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the demo brand, together with the note that it is one; a brand of somebody's own is never seeded.
@Component
class Founding {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Currency YUAN = Currency.getInstance("CNY");

    private final Brands brands;
    private final SeededWorlds worlds;
    private final TrialSms sms;
    private final InstantSource clock;

    Founding(Brands brands, SeededWorlds worlds, TrialSms sms, InstantSource clock) {
        this.brands = brands;
        this.worlds = worlds;
        this.sms = sms;
        this.clock = clock;
    }

    /// @throws Problem `demo-brand-taken`
    @Transactional
    Brand found(SeedPlan plan) {
        for (Brand brand : brands.all()) {
            if (brand.key().equals(plan.brand())) {
                if (worlds.find(brand).isEmpty()) {
                    throw new Problem(DemoProblem.DEMO_BRAND_TAKEN).with("key", plan.brand());
                }
                return brand;
            }
        }
        Brand brand = brands.create(plan.brand(), plan.name(), YUAN, ZONE);
        worlds.insert(brand, plan.seed(), plan.size(), brand.dayOf(clock.instant()));
        // Codes for the member centre can be read without a gateway.
        sms.writeToFiles(brand, plan.name());
        return brand;
    }
}
