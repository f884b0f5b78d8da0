package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.eventcatalogue.CatalogueDetail;
import io.waterwheel.intake.eventcatalogue.CatalogueEntry;
import io.waterwheel.intake.eventcatalogue.EventCatalogue;
import io.waterwheel.intake.eventcatalogue.StandardView;
import java.util.List;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/event-catalogue")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class EventCatalogueController {

    private final EventCatalogue catalogue;

    EventCatalogueController(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping
    @Operation(summary = "Every event name the brand has had, those with warnings first")
    List<CatalogueEntry> listCatalogue(@PathVariable Brand brand, Locale locale) {
        return catalogue.of(brand, locale);
    }

    @GetMapping("/event")
    @Operation(summary = "One event name with its properties, sources and days")
    CatalogueDetail getCatalogueEvent(@PathVariable Brand brand, @RequestParam String name, Locale locale) {
        return catalogue.get(brand, name, locale);
    }

    @GetMapping("/standard")
    @Operation(summary = "The standard events, whether the brand has them or not")
    List<StandardView> listStandardEvents(@PathVariable Brand brand, Locale locale) {
        return catalogue.standard(locale);
    }
}
