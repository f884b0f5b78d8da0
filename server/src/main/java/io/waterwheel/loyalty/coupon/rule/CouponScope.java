package io.waterwheel.loyalty.coupon.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where and for which goods a coupon is good. An empty list does not limit.
///
/// @param products         by code; goods named here or in `categories` count
/// @param categories       by name
/// @param exceptProducts   never counted, whatever else is said
/// @param exceptCategories never counted, whatever else is said
/// @param stores           by the store's id
/// @param channels         ways of selling, such as `store` or `mini-program`
public record CouponScope(
        List<String> products,
        List<String> categories,
        List<String> exceptProducts,
        List<String> exceptCategories,
        List<String> stores,
        List<String> channels) {

    public static final CouponScope EVERYTHING =
            new CouponScope(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /// Whether a store may take it.
    ///
    /// @param store null for a shop without an id
    public boolean in(@Nullable String store) {
        return stores.isEmpty() || store != null && stores.contains(store);
    }

    boolean takes(BasketLine line) {
        if (exceptProducts.contains(line.product()) || exceptCategories.contains(line.category())) {
            return false;
        }
        return products.isEmpty() && categories.isEmpty()
                || products.contains(line.product())
                || categories.contains(line.category());
    }
}
