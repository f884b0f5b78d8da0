package io.waterwheel.access.brand;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// All brands as they were at one moment.
record BrandSnapshot(Instant readAt, List<Brand> all, Map<String, Brand> byKey, Map<BrandId, Brand> byId) {

    static BrandSnapshot of(List<Brand> brands, Instant readAt) {
        return new BrandSnapshot(
                readAt,
                List.copyOf(brands),
                brands.stream().collect(Collectors.toUnmodifiableMap(Brand::key, Function.identity())),
                brands.stream().collect(Collectors.toUnmodifiableMap(Brand::id, Function.identity())));
    }
}
