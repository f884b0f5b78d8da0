package io.waterwheel.wecom;

import io.waterwheel.access.Brand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other modules may say of stores. WeCom knows their names only.
public interface Stores {

    /// Says where stores are; those that are not known by id are left out.
    ///
    /// @return how many were known
    int describe(Brand brand, List<StorePlace> places);

    /// @param id        the WeCom department's id
    /// @param longitude GCJ-02, as Chinese maps use
    record StorePlace(
            long id,
            String city,
            @Nullable Double longitude,
            @Nullable Double latitude) {}
}
