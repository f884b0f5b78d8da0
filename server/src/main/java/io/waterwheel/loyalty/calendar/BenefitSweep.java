package io.waterwheel.loyalty.calendar;

import io.waterwheel.kernel.Sweep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks whether a brand's day has begun. Brands have their midnights at different hours, so it looks all day.
@Component
class BenefitSweep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(BenefitSweep.class);

    private final BenefitRound round;

    BenefitSweep(BenefitRound round) {
        super("benefits", "loyalty.benefits", Duration.ofMinutes(1));
        this.round = round;
    }

    @Override
    protected void look() {
        long given = round.all();
        if (given > 0) {
            log.info("loyalty.benefits given={}", given);
        }
    }
}
