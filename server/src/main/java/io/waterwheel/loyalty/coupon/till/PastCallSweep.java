package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Forgets calls that nobody repeats any more.
@Component
class PastCallSweep extends Sweep {

    private final PastCalls calls;

    PastCallSweep(PastCalls calls) {
        super("coupon-calls", "coupon.calls.sweep", RARELY);
        this.calls = calls;
    }

    @Override
    protected void look() {
        calls.sweep();
    }
}
