package io.waterwheel.segment.engine;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Condition;
import java.util.Optional;

/// Where the engine finds the segments a definition refers to.
public interface SegmentLookup {

    /// @param id a segment of the brand
    /// @return how it is defined now; empty when there is none
    Optional<Condition> definition(Brand brand, String id);
}
