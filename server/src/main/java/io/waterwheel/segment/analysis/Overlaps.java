package io.waterwheel.segment.analysis;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.saved.SavedSegments;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/// Which customers saved segments share, all counted on one state of the warehouse.
@Service
public class Overlaps {

    private static final int MOST_SEGMENTS = 6;

    private final SavedSegments segments;
    private final SegmentEngine engine;

    Overlaps(SavedSegments segments, SegmentEngine engine) {
        this.segments = segments;
        this.engine = engine;
    }

    /// @param ids two to six different segments
    /// @throws Problem `invalid`, `not-found`
    public Overlap of(Brand brand, List<SegmentId> ids) {
        List<SegmentId> asked = List.copyOf(new LinkedHashSet<>(ids));
        if (asked.size() < 2 || asked.size() > MOST_SEGMENTS) {
            throw new Problem(KernelProblem.INVALID).outside("/segments", "size", 2, MOST_SEGMENTS);
        }
        List<String> names = asked.stream().map(id -> segments.name(brand, id)).toList();
        Began began = Began.now();
        return engine.onOneState(brand, state -> {
            List<RoaringBitmap> sets =
                    asked.stream().map(id -> state.members(in(id))).toList();
            List<Overlap.Shared> shared = Intersections.of(sets).stream()
                    .map(found -> new Overlap.Shared(
                            found.in().stream().map(asked::get).toList(), found.count(), exactly(asked, found.in())))
                    .toList();
            List<Overlap.Member> members = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                members.add(new Overlap.Member(
                        asked.get(i), names.get(i), sets.get(i).getLongCardinality()));
            }
            return new Overlap(
                    members,
                    shared.stream().mapToLong(Overlap.Shared::count).sum(),
                    state.everyone().getLongCardinality(),
                    shared,
                    state.dataAt(),
                    began.millis());
        });
    }

    private static Condition exactly(List<SegmentId> asked, List<Integer> inside) {
        List<Condition> conditions = new ArrayList<>();
        inside.forEach(place -> conditions.add(in(asked.get(place))));
        for (int i = 0; i < asked.size(); i++) {
            if (!inside.contains(i)) {
                conditions.add(new Not(in(asked.get(i))));
            }
        }
        return new And(conditions);
    }

    private static Condition in(SegmentId id) {
        return new SegmentCondition(id.toString());
    }
}
