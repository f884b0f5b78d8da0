package io.waterwheel.access.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;

/// A brand as the console sees it.
///
/// @param id       its key
/// @param currency ISO 4217
/// @param timeZone IANA
@Schema(name = "Brand")
record BrandBody(String id, String name, String currency, String timeZone) {

    static BrandBody of(Brand brand) {
        return new BrandBody(
                brand.key(),
                brand.name(),
                brand.currency().getCurrencyCode(),
                brand.zone().getId());
    }
}
