package io.waterwheel.segment.saved;

import io.waterwheel.access.Brand;
import java.util.Map;

/// Which static lists a definition may refer to.
public interface ListNames {

    /// What lists are called, by id.
    Map<String, String> names(Brand brand);

    /// Whether lists are ready to be asked for, by id.
    Map<String, Boolean> ready(Brand brand);
}
