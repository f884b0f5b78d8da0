package io.waterwheel.touch;

import io.waterwheel.access.Brand;

/// What other modules may ask of broadcasts.
public interface Broadcasts {

    /// @throws io.waterwheel.kernel.problem.Problem `not-found`
    BroadcastTrial trial(Brand brand, BroadcastId id);
}
