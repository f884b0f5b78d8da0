package io.waterwheel.segment.analysis;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.engine.Cells;
import io.waterwheel.segment.engine.Dimension;
import io.waterwheel.segment.engine.OneState;
import io.waterwheel.segment.engine.Part;
import io.waterwheel.segment.engine.PartKind;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidCondition;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.WellFormed;
import io.waterwheel.segment.saved.SavedSegments;
import java.util.ArrayList;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/// How an attribute's values are spread over a saved segment, beside all customers; both counted on one state of
/// the warehouse.
@Service
public class Distributions {

    private final SavedSegments segments;
    private final SegmentEngine engine;

    Distributions(SavedSegments segments, SegmentEngine engine) {
        this.segments = segments;
        this.engine = engine;
    }

    /// @param attribute as a definition names it
    /// @throws Problem `not-found`, `attribute-too-varied`
    public Distribution of(Brand brand, SegmentId id, String attribute) {
        Attribute asked = named(attribute);
        String name = segments.name(brand, id);
        Condition segment = new SegmentCondition(id.toString());
        Began began = Began.now();
        return engine.onOneState(brand, state -> {
            RoaringBitmap members = state.members(segment);
            RoaringBitmap everyone = state.everyone();
            long size = members.getLongCardinality();
            long base = everyone.getLongCardinality();
            Dimension dimension = dimension(state, asked);
            Cells cells = state.cells(List.of(dimension), List.of(members, everyone));
            List<Share> parts = new ArrayList<>();
            for (int i = 0; i < dimension.parts().size(); i++) {
                Part part = dimension.parts().get(i);
                long inSegment = cells.count(dimension, i, 0);
                long inAll = cells.count(dimension, i, 1);
                if (inAll > 0 || part.kind() == PartKind.UNKNOWN) {
                    parts.add(new Share(
                            part.kind(),
                            part.from(),
                            part.to(),
                            inSegment,
                            inAll,
                            Lift.of(inSegment, size, inAll, base),
                            new And(List.of(segment, part.definition()))));
                }
            }
            return new Distribution(
                    id, name, asked.code(), asked.label(), size, base, parts, state.dataAt(), began.millis());
        });
    }

    private static Dimension dimension(OneState state, Attribute attribute) {
        return state.dimension(attribute)
                .orElseThrow(
                        () -> new Problem(SegmentProblem.ATTRIBUTE_TOO_VARIED).with("attribute", attribute.label()));
    }

    private static Attribute named(String attribute) {
        try {
            if (WellFormed.is(attribute)) {
                return Attribute.named(attribute);
            }
        } catch (InvalidCondition e) {
            throw new Problem(KernelProblem.NOT_FOUND, e).with("what", "attribute " + attribute);
        }
        throw new Problem(KernelProblem.NOT_FOUND).with("what", "attribute");
    }
}
