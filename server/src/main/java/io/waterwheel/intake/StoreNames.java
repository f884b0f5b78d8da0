package io.waterwheel.intake;

import io.waterwheel.access.Brand;
import java.util.Collection;
import java.util.Map;

/// What a brand's stores are called, as its files tell it.
public interface StoreNames {

    /// By the codes that orders and tills name them by; those nobody told of are left out.
    Map<String, String> of(Brand brand, Collection<String> codes);
}
