package io.waterwheel.journey;

import io.waterwheel.access.Brand;
import java.util.function.Supplier;

/// Sets journeys going that no person drew.
public interface JourneyStarts {

    /// Makes a journey and lets it run. One of that name is left as it is.
    ///
    /// @param definition JSON, in the words of the journey language; asked for only where it is made
    /// @throws io.waterwheel.kernel.problem.Problem `journey-invalid` with every wrong place
    void start(Brand brand, String name, String description, Supplier<String> definition);
}
