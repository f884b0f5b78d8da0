package io.waterwheel.loyalty.points;

import io.waterwheel.kernel.Sweep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Looks for lots that have matured or expired. Brands have their midnights at different hours, so it looks
/// all day.
@Component
class LotSweep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(LotSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final LotMaturing maturing;
    private final LotExpiry expiry;

    LotSweep(LotMaturing maturing, LotExpiry expiry) {
        super("points-lots", "points.lots", EVERY);
        this.maturing = maturing;
        this.expiry = expiry;
    }

    @Override
    protected void look() {
        attempt("points.expire", () -> tell("expired", expiry.expireAll()));
        attempt("points.mature", () -> tell("matured", maturing.matureAll()));
    }

    private static void tell(String what, long lots) {
        if (lots > 0) {
            log.info("points.lots {}={}", what, lots);
        }
    }
}
