package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.engine.AttributeValues;
import io.waterwheel.segment.engine.EventValues;
import io.waterwheel.segment.engine.Members;
import io.waterwheel.segment.engine.Sample;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Reading;
import io.waterwheel.segment.saved.References;
import io.waterwheel.segment.saved.SavedSegments;
import io.waterwheel.segment.saved.Segment;
import io.waterwheel.segment.saved.SegmentDraft;
import io.waterwheel.segment.saved.SegmentSummary;
import io.waterwheel.segment.saved.SegmentVersion;
import io.waterwheel.segment.saved.Use;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/segments")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "segment")
class SegmentController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private final SavedSegments segments;
    private final SegmentEngine engine;
    private final AttributeValues values;
    private final EventValues events;
    private final Customers customers;
    private final Definitions definitions;
    private final References references;

    SegmentController(
            SavedSegments segments,
            SegmentEngine engine,
            AttributeValues values,
            EventValues events,
            Customers customers,
            Definitions definitions,
            References references) {
        this.segments = segments;
        this.engine = engine;
        this.values = values;
        this.events = events;
        this.customers = customers;
        this.definitions = definitions;
        this.references = references;
    }

    @GetMapping("/fields")
    List<SegmentField> listSegmentFields(@PathVariable Brand brand) {
        return values.of(brand).entrySet().stream()
                .map(entry -> SegmentField.of(entry.getKey(), entry.getValue()))
                .toList();
    }

    @GetMapping("/events")
    List<SegmentEvent> listSegmentEvents(@PathVariable Brand brand) {
        return events.of(brand).stream().map(SegmentEvent::of).toList();
    }

    @PostMapping("/count")
    SegmentCount countSegment(@PathVariable Brand brand, @RequestBody SegmentQuestion question) {
        Condition definition = definitions.read(brand, question.definition(), question.segment());
        long began = System.nanoTime();
        Members members = engine.estimate(brand, definition);
        return new SegmentCount(
                members.customers().getLongCardinality(),
                members.base(),
                members.dataAt(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
                Reading.of(definition, brand.currency(), references.names(brand)));
    }

    @PostMapping("/sample")
    List<CustomerRow> sampleSegment(@PathVariable Brand brand, @RequestBody SegmentQuestion question) {
        Members members = engine.estimate(brand, definitions.read(brand, question.definition(), question.segment()));
        return customers.rows(brand.id(), Sample.of(members.customers()));
    }

    @GetMapping
    List<SegmentSummary> listSegments(@PathVariable Brand brand) {
        return segments.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Segment createSegment(@PathVariable Brand brand, @RequestBody NewSegment segment) {
        return segments.create(brand, checked(brand, segment, null));
    }

    @GetMapping("/{id}")
    Segment getSegment(@PathVariable Brand brand, @PathVariable SegmentId id) {
        return segments.get(brand, id);
    }

    @PutMapping("/{id}")
    Segment updateSegment(@PathVariable Brand brand, @PathVariable SegmentId id, @RequestBody NewSegment segment) {
        return segments.update(brand, id, checked(brand, segment, id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteSegment(@PathVariable Brand brand, @PathVariable SegmentId id) {
        segments.delete(brand, id);
    }

    @GetMapping("/{id}/versions")
    List<SegmentVersion> listSegmentVersions(@PathVariable Brand brand, @PathVariable SegmentId id) {
        return segments.versions(brand, id);
    }

    @PostMapping("/{id}/versions/{version}/restore")
    Segment restoreSegmentVersion(@PathVariable Brand brand, @PathVariable SegmentId id, @PathVariable int version) {
        return segments.restore(brand, id, version);
    }

    @GetMapping("/{id}/uses")
    List<Use> listSegmentUses(@PathVariable Brand brand, @PathVariable SegmentId id) {
        return segments.uses(brand, id);
    }

    private SegmentDraft checked(Brand brand, NewSegment segment, @Nullable SegmentId itself) {
        String name = Texts.checked(segment.name(), "/name", 1, LONGEST_NAME);
        String description = Texts.checked(segment.description(), "/description", 0, LONGEST_DESCRIPTION);
        return new SegmentDraft(
                name,
                description.isEmpty() ? null : description,
                definitions.read(brand, segment.definition(), itself));
    }
}
