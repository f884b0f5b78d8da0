package io.waterwheel.loyalty.health.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.health.HealthReports;
import io.waterwheel.loyalty.health.ProgrammeHealth;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/loyalty/health")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class ProgrammeHealthController {

    private final HealthReports reports;

    ProgrammeHealthController(HealthReports reports) {
        this.reports = reports;
    }

    /// @param from  the first month, such as `2025-12`; left out for twelve months
    /// @param until the last month; left out for this month
    @GetMapping
    @Operation(summary = "How the programme fares: points, tiers, and what members make of what they are given")
    ProgrammeHealth getProgrammeHealth(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String until) {
        return reports.of(brand, from, until);
    }
}
