package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.analysis.Comparison;
import io.waterwheel.segment.analysis.Comparisons;
import io.waterwheel.segment.analysis.ConditionEffects;
import io.waterwheel.segment.analysis.Contrasts;
import io.waterwheel.segment.analysis.Distribution;
import io.waterwheel.segment.analysis.Distributions;
import io.waterwheel.segment.analysis.Overlap;
import io.waterwheel.segment.analysis.Overlaps;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.saved.References;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/segments")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class AnalysisController {

    private final Overlaps overlaps;
    private final Distributions distributions;
    private final Comparisons comparisons;
    private final SegmentEngine engine;
    private final Definitions definitions;

    AnalysisController(
            Overlaps overlaps,
            Distributions distributions,
            Comparisons comparisons,
            SegmentEngine engine,
            Definitions definitions) {
        this.overlaps = overlaps;
        this.distributions = distributions;
        this.comparisons = comparisons;
        this.engine = engine;
        this.definitions = definitions;
    }

    @PostMapping("/effects")
    SegmentEffects segmentEffects(@PathVariable Brand brand, @RequestBody SegmentQuestion question) {
        Condition definition = definitions.read(brand, question.definition(), question.segment());
        long began = System.nanoTime();
        return engine.onOneState(
                brand,
                state -> new SegmentEffects(
                        state.members(definition).getLongCardinality(),
                        state.everyone().getLongCardinality(),
                        ConditionEffects.of(state, definition, References.POINTER),
                        state.dataAt(),
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)));
    }

    @GetMapping("/overlap")
    Overlap segmentOverlap(@PathVariable Brand brand, @RequestParam List<String> segments) {
        return overlaps.of(brand, segments.stream().map(SegmentId::of).toList());
    }

    @GetMapping("/{id}/distribution")
    Distribution segmentDistribution(
            @PathVariable Brand brand, @PathVariable SegmentId id, @RequestParam String attribute) {
        return distributions.of(brand, id, attribute);
    }

    @GetMapping("/comparison")
    Comparison compareSegments(
            @PathVariable Brand brand,
            @RequestParam String left,
            @RequestParam String right,
            @RequestParam(defaultValue = "365") int days) {
        return comparisons.of(brand, SegmentId.of(left), SegmentId.of(right), days);
    }

    @GetMapping("/contrasts")
    Contrasts contrastSegments(@PathVariable Brand brand, @RequestParam String left, @RequestParam String right) {
        return comparisons.contrasts(brand, SegmentId.of(left), SegmentId.of(right));
    }
}
