package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.CatalogueProduct;
import io.waterwheel.intake.CatalogueStaff;
import io.waterwheel.intake.CatalogueStore;
import io.waterwheel.intake.catalogue.Catalogue;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/catalogue")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/products")
    Page<CatalogueProduct> listProducts(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String q,
            @ModelAttribute PageRequest page) {
        return catalogue.products(brand, q, page);
    }

    @GetMapping("/stores")
    Page<CatalogueStore> listCatalogueStores(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String q,
            @ModelAttribute PageRequest page) {
        return catalogue.stores(brand, q, page);
    }

    @GetMapping("/staff")
    Page<CatalogueStaff> listCatalogueStaff(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String q,
            @ModelAttribute PageRequest page) {
        return catalogue.staff(brand, q, page);
    }
}
