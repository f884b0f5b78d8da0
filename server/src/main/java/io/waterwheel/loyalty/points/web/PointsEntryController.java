package io.waterwheel.loyalty.points.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.points.report.EntryFilter;
import io.waterwheel.loyalty.points.report.EntryLine;
import io.waterwheel.loyalty.points.report.EntrySearch;
import io.waterwheel.loyalty.points.report.EntryView;
import io.waterwheel.loyalty.points.report.EntryViews;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/points/entries")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "points")
class PointsEntryController {

    private final EntrySearch search;
    private final EntryViews views;

    PointsEntryController(EntrySearch search, EntryViews views) {
        this.search = search;
        this.views = views;
    }

    @GetMapping
    @Operation(
            summary =
                    "Bookings of an order, a key or a member, or of at most 31 days; the latest first. A page may have"
                            + " fewer than were asked for and still a cursor that leads on")
    Page<EntryLine> findPointsEntries(
            @PathVariable Brand brand,
            @ModelAttribute EntryFilter filter,
            @ModelAttribute PageRequest page,
            Locale locale) {
        return search.of(brand, filter, page, locale);
    }

    @GetMapping("/{entry}")
    @Operation(summary = "One booking: its postings, its lots as they are now, what it is about and what is about it")
    EntryView getPointsEntry(@PathVariable Brand brand, @PathVariable long entry, Locale locale) {
        return views.of(brand, entry, locale);
    }
}
