package io.waterwheel.loyalty.whatif;

import io.waterwheel.kernel.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Two nodes at it do no harm.
@Component
class OldMoversSweep extends Sweep {

    private static final Logger log = LoggerFactory.getLogger(OldMoversSweep.class);

    private final OldMovers movers;

    OldMoversSweep(OldMovers movers) {
        super("what-if-movers", "loyalty.what-if movers", RARELY);
        this.movers = movers;
    }

    @Override
    protected void look() {
        int dropped = movers.drop();
        if (dropped > 0) {
            log.info("loyalty.what-if movers-dropped={}", dropped);
        }
    }
}
