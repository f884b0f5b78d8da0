package io.waterwheel.touch.link;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;

/// A short link.
///
/// @param customer whose it is; null when everyone in a dispatch got the same
/// @param target   where it leads; null when it only serves to leave
record Link(
        String code,
        BrandId brand,
        long broadcast,
        long dispatch,
        @Nullable CustomerNo customer,
        @Nullable String target) {}
