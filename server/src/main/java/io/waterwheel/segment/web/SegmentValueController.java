package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.engine.GuideValues;
import io.waterwheel.segment.engine.GuideValues.GuideValue;
import io.waterwheel.segment.engine.SoldValues;
import io.waterwheel.segment.engine.SoldValues.SoldValue;
import io.waterwheel.segment.language.OrderFact;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What conditions can name, to choose from while a definition is written.
@RestController
@RequestMapping("/api/brands/{brand}/segments")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class SegmentValueController {

    private static final int LONGEST_TEXT = 100;

    private final SoldValues sold;
    private final GuideValues guides;

    SegmentValueController(SoldValues sold, GuideValues guides) {
        this.sold = sold;
        this.guides = guides;
    }

    @GetMapping("/guides")
    List<GuideValue> listGuideValues(@PathVariable Brand brand) {
        return guides.of(brand);
    }

    /// The commonest products, categories, stores or channels of the brand's orders.
    @GetMapping("/sold/{fact}")
    List<SoldValue> listSoldValues(
            @PathVariable Brand brand,
            @PathVariable @Schema(allowableValues = {"product", "category", "store", "channel"}) String fact,
            @RequestParam(defaultValue = "") String q) {
        OrderFact named =
                OrderFact.find(fact).orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "fact"));
        if (q.length() > LONGEST_TEXT) {
            throw new Problem(KernelProblem.INVALID).outside("/q", "length", 0, LONGEST_TEXT);
        }
        return sold.of(brand, named, q);
    }
}
