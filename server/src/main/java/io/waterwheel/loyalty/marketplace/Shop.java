package io.waterwheel.loyalty.marketplace;

import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.marketplace.dialect.MarketplaceDialect;
import io.waterwheel.loyalty.marketplace.dialect.ShopKeys;

/// A connected shop, ready to be spoken with.
///
/// @param code stands in the address its marketplace calls
public record Shop(long id, Brand brand, String code, MarketplaceDialect dialect, ShopKeys keys) {}
