/// A seeded brand that lives: an invented tea house with two years behind it, whose customers go on reading,
/// clicking and buying in the simulator.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "access",
            "customer",
            "intake",
            "journey",
            "loyalty",
            "segment",
            "segment :: language",
            "touch",
            "wecom"
        })
package io.waterwheel.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
