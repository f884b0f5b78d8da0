/// What the numbers say: the home page, RFM, the ladder, and what a broadcast really brought.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "customer",
            "warehouse",
            "segment",
            "segment :: language",
            "segment :: scoring",
            "touch"
        })
package io.waterwheel.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
