package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.QuarantineId;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.quarantine.OpenedEvent;
import io.waterwheel.intake.quarantine.QuarantineFilter;
import io.waterwheel.intake.quarantine.QuarantineGroup;
import io.waterwheel.intake.quarantine.QuarantinePages;
import io.waterwheel.intake.quarantine.QuarantineState;
import io.waterwheel.intake.quarantine.QuarantinedEvent;
import io.waterwheel.intake.quarantine.ReplayResult;
import io.waterwheel.intake.quarantine.ReplayWish;
import io.waterwheel.intake.quarantine.Replays;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/quarantine")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class QuarantineController {

    private final QuarantinePages pages;
    private final Replays replays;

    QuarantineController(QuarantinePages pages, Replays replays) {
        this.pages = pages;
        this.replays = replays;
    }

    /// Which open events are meant: of one source, of one reason, or of both.
    record QuarantineSelection(
            @Nullable Long source, @Nullable String reason) {

        QuarantineFilter in(Brand brand) {
            return new QuarantineFilter(
                    brand, source == null ? null : new SourceId(source), reason, QuarantineState.OPEN);
        }
    }

    record ReplayStarted(JobId jobId) {}

    record Discarded(int events) {}

    @GetMapping("/groups")
    @Operation(summary = "Open events by source and reason")
    List<QuarantineGroup> listQuarantineGroups(@PathVariable Brand brand, Locale locale) {
        return pages.groups(brand, locale);
    }

    @GetMapping
    Page<QuarantinedEvent> listQuarantine(
            @PathVariable Brand brand,
            @RequestParam(required = false) @Nullable Long source,
            @RequestParam(required = false) @Nullable String reason,
            @RequestParam(defaultValue = "open") String state,
            @ModelAttribute PageRequest page,
            Locale locale) {
        QuarantineFilter filter = new QuarantineFilter(
                brand, source == null ? null : new SourceId(source), reason, QuarantineState.of(state));
        return pages.page(filter, page, locale);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Opens one event; looking is audited. Personal values are masked unless asked for")
    OpenedEvent getQuarantined(
            @PathVariable Brand brand,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean personal,
            Locale locale) {
        return pages.open(brand, new QuarantineId(id), personal, locale);
    }

    @PostMapping("/{id}/replay")
    ReplayResult replayQuarantined(
            @PathVariable Brand brand, @PathVariable long id, @RequestBody ReplayWish wish, Locale locale) {
        return replays.replay(brand, new QuarantineId(id), wish.body(), locale);
    }

    @PostMapping("/{id}/discard")
    QuarantinedEvent discardQuarantined(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        return replays.discard(brand, new QuarantineId(id), locale);
    }

    @PostMapping("/replay")
    @Operation(summary = "Replays all open events of a source or reason, as a job")
    ReplayStarted replayQuarantine(@PathVariable Brand brand, @RequestBody QuarantineSelection which) {
        return new ReplayStarted(replays.replayAll(which.in(brand)));
    }

    @PostMapping("/discard")
    @Operation(summary = "Discards all open events of a source or reason")
    Discarded discardQuarantine(@PathVariable Brand brand, @RequestBody QuarantineSelection which) {
        return new Discarded(replays.discardAll(which.in(brand)));
    }
}
