package io.waterwheel.customer;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import org.jspecify.annotations.Nullable;

/// A customer has a tag now.
///
/// @param value what the tag carries; null for a plain one
public record TagFacts(
        BrandId brand,
        CustomerNo customer,
        TagId tag,
        @Nullable String value) {}
