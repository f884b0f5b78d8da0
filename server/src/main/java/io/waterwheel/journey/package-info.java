/// What happens to one customer over time: journeys, the people inside, and what guides are asked to do.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "customer",
            "warehouse",
            "segment",
            "segment :: language",
            "touch",
            "loyalty"
        })
package io.waterwheel.journey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
