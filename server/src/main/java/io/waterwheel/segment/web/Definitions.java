package io.waterwheel.segment.web;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.DefinitionReader;
import io.waterwheel.segment.language.InvalidDefinition;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Definitions as they stand in request bodies.
final class Definitions {

    private Definitions() {}

    /// @throws Problem `segment-invalid`, with every wrong place
    static Condition read(@Nullable JsonNode json) {
        try {
            return DefinitionReader.read(json, "/definition");
        } catch (InvalidDefinition e) {
            Problem problem = new Problem(SegmentProblem.SEGMENT_INVALID, e);
            e.places()
                    .forEach(place -> problem.at(place.pointer(), place.fault().code(), place.detail()));
            throw problem;
        }
    }
}
