package io.waterwheel.loyalty.coupon.life;

import io.waterwheel.kernel.Worker;
import java.time.Duration;

/// A worker that needs the log.
abstract class CouponWorker extends Worker {

    CouponWorker(String name, Duration every) {
        super(name, every);
    }

    /// Starts after the log and stops before it.
    @Override
    public final int getPhase() {
        return 100;
    }
}
