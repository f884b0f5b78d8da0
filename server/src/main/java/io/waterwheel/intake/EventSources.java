package io.waterwheel.intake;

import io.waterwheel.access.Brand;

/// What other modules may ask of sources.
public interface EventSources {

    /// Makes a source that reports by HTTP, in the caller's transaction if there is one.
    ///
    /// @throws io.waterwheel.kernel.problem.Problem `source-name-taken`, `invalid`
    IssuedWriteKey create(Brand brand, String name);
}
