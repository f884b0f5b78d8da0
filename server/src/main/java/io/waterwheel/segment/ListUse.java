package io.waterwheel.segment;

import io.waterwheel.access.Brand;
import java.util.List;

/// Tells who stands on a static list, so that it cannot be deleted under them.
public interface ListUse {

    /// What uses the list, such as `segment/7`; empty when nothing does.
    List<String> of(Brand brand, ListId list);
}
