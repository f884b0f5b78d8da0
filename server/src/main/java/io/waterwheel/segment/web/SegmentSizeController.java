package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.size.Evaluations;
import io.waterwheel.segment.size.SegmentSizes;
import io.waterwheel.segment.size.SizeOverTime;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/segments/{id}")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class SegmentSizeController {

    private final SegmentSizes sizes;
    private final Evaluations evaluations;

    SegmentSizeController(SegmentSizes sizes, Evaluations evaluations) {
        this.sizes = sizes;
        this.evaluations = evaluations;
    }

    @GetMapping("/sizes")
    @Operation(summary = "How large the segment was over time")
    SizeOverTime getSegmentSizes(@PathVariable Brand brand, @PathVariable SegmentId id) {
        return sizes.of(brand, id);
    }

    @PostMapping("/sizes")
    @Operation(summary = "Evaluate the segment now")
    SizeOverTime evaluateSegment(@PathVariable Brand brand, @PathVariable SegmentId id) {
        evaluations.evaluate(brand, id);
        return sizes.of(brand, id);
    }

    @GetMapping("/sizes/{number}/entered")
    @Operation(summary = "Who entered the segment by an evaluation")
    Page<CustomerRow> listSegmentEntered(
            @PathVariable Brand brand,
            @PathVariable SegmentId id,
            @PathVariable int number,
            @ModelAttribute PageRequest page) {
        return sizes.moved(brand, id, number, true, page);
    }

    @GetMapping("/sizes/{number}/left")
    @Operation(summary = "Who left the segment by an evaluation")
    Page<CustomerRow> listSegmentLeft(
            @PathVariable Brand brand,
            @PathVariable SegmentId id,
            @PathVariable int number,
            @ModelAttribute PageRequest page) {
        return sizes.moved(brand, id, number, false, page);
    }

    @PutMapping("/feed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Tell the log, and by it webhooks and topics, who enters and leaves the segment")
    void setSegmentFeed(@PathVariable Brand brand, @PathVariable SegmentId id, @RequestBody SegmentFeed feed) {
        sizes.listen(brand, id, feed.on());
    }
}
