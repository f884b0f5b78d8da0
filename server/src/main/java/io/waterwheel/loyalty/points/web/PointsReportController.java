package io.waterwheel.loyalty.points.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.points.report.OpeningReports;
import io.waterwheel.loyalty.points.report.OpeningsReconciled;
import io.waterwheel.loyalty.points.report.PointsMonth;
import io.waterwheel.loyalty.points.report.PointsReports;
import io.waterwheel.loyalty.points.report.Reconciled;
import io.waterwheel.loyalty.points.report.Reconciliation;
import io.waterwheel.loyalty.points.report.TrialBalance;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/points")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "points")
class PointsReportController {

    private final PointsReports reports;
    private final Reconciliation reconciliation;
    private final OpeningReports openings;

    PointsReportController(PointsReports reports, Reconciliation reconciliation, OpeningReports openings) {
        this.reports = reports;
        this.reconciliation = reconciliation;
        this.openings = openings;
    }

    @GetMapping("/trial-balance")
    @Operation(summary = "What stands on each account; together zero")
    TrialBalance getPointsTrialBalance(@PathVariable Brand brand) {
        return reports.trialBalance(brand);
    }

    @GetMapping("/liability")
    @Operation(summary = "What was issued, spent and lost by month, and what members have at its end")
    List<PointsMonth> listPointsMonths(@PathVariable Brand brand) {
        return reports.liability(brand);
    }

    @GetMapping("/reconciliation")
    @Operation(summary = "Adds up the whole ledger and names every difference")
    Reconciled getPointsReconciliation(@PathVariable Brand brand) {
        return reconciliation.of(brand);
    }

    @GetMapping("/openings")
    @Operation(summary = "Whether the opening balances that were imported are in the ledger, to the last point")
    OpeningsReconciled getPointsOpenings(@PathVariable Brand brand) {
        return openings.of(brand);
    }
}
