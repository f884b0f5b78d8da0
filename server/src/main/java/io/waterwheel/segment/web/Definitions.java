package io.waterwheel.segment.web;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.DefinitionReader;
import io.waterwheel.segment.language.InvalidDefinition;
import io.waterwheel.segment.saved.References;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Definitions as they stand in request bodies.
@Component
class Definitions {

    private final References references;

    Definitions(References references) {
        this.references = references;
    }

    /// @throws Problem `segment-invalid`, with every wrong place
    Condition read(Brand brand, @Nullable JsonNode json) {
        return read(brand, json, null);
    }

    /// @param itself the segment that is to be defined so; null when it is a new one, or none
    /// @throws Problem `segment-invalid`, with every wrong place
    Condition read(Brand brand, @Nullable JsonNode json, @Nullable SegmentId itself) {
        try {
            Condition definition = DefinitionReader.read(json, References.POINTER);
            references.check(brand, definition, itself);
            return definition;
        } catch (InvalidDefinition e) {
            throw SegmentProblem.of(e);
        }
    }
}
