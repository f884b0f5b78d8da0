package io.waterwheel.customer;

import io.waterwheel.access.Brand;
import java.util.List;

/// Tells who stands on a tag, so that it cannot be deleted under them. Modules that use tags answer it.
public interface TagUse {

    /// What uses the tag, such as `tag-rule/7`; empty when nothing does.
    List<String> of(Brand brand, TagId tag);
}
