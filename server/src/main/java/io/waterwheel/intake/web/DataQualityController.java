package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.quality.DataQuality;
import io.waterwheel.intake.quality.MeasureQuality;
import io.waterwheel.intake.quality.QualityPages;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/data-quality")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class DataQualityController {

    private final QualityPages pages;
    private final MeasureQuality measuring;

    DataQualityController(QualityPages pages, MeasureQuality measuring) {
        this.pages = pages;
        this.measuring = measuring;
    }

    @GetMapping
    @Operation(summary = "What can be trusted of the brand's data, and what not")
    DataQuality getDataQuality(@PathVariable Brand brand) {
        return pages.of(brand);
    }

    @PostMapping("/measure")
    @Operation(summary = "Looks at all customers anew, as a job")
    DataQuality measureDataQuality(@PathVariable Brand brand) {
        measuring.start(brand);
        return pages.of(brand);
    }
}
