package io.waterwheel.access.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.access.brand.KnownBrands;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands")
@PreAuthorize("hasRole('ADMIN')")
@Tag(name = "access")
class BrandController {

    private final KnownBrands brands;

    BrandController(KnownBrands brands) {
        this.brands = brands;
    }

    @PostMapping
    BrandBody createBrand(@RequestBody BrandBody brand) {
        BrandSettings settings = new BrandSettings(brand.name(), brand.currency(), brand.timeZone());
        return BrandBody.of(brands.create(brand.id(), settings.name(), settings.money(), settings.zone()));
    }

    @PutMapping("/{brand}")
    BrandBody updateBrand(@PathVariable Brand brand, @RequestBody BrandSettings settings) {
        return BrandBody.of(brands.change(brand, settings.name(), settings.money(), settings.zone()));
    }
}
