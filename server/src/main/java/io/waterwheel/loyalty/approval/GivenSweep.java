package io.waterwheel.loyalty.approval;

import io.waterwheel.kernel.Sweep;
import org.springframework.stereotype.Component;

/// Forgets what people gave on days that are over.
@Component
class GivenSweep extends Sweep {

    private final GivenToday given;

    GivenSweep(GivenToday given) {
        super("person-grants", "loyalty.person-grants.sweep", RARELY);
        this.given = given;
    }

    @Override
    protected void look() {
        given.sweep();
    }
}
