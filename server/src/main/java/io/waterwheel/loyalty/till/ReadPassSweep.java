package io.waterwheel.loyalty.till;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

@Component
class ReadPassSweep extends Sweep {

    private final ReadPasses passes;

    ReadPassSweep(ReadPasses passes) {
        super("till-passes", "till.passes.sweep", RARELY);
        this.passes = passes;
    }

    @Override
    protected void look() {
        passes.sweep();
    }
}
