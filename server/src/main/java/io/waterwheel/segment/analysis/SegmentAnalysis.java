package io.waterwheel.segment.analysis;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.engine.Cells;
import io.waterwheel.segment.engine.Dimension;
import io.waterwheel.segment.engine.OneState;
import io.waterwheel.segment.engine.OrderTotals;
import io.waterwheel.segment.engine.Part;
import io.waterwheel.segment.engine.PartKind;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidCondition;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.WellFormed;
import io.waterwheel.segment.saved.SavedSegments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/// Looks at saved segments together. Each answer rests on one state of the warehouse, so its numbers add up.
@Service
public class SegmentAnalysis {

    private static final int MOST_SEGMENTS = 6;
    private static final int MOST_CUSTOM_ATTRIBUTES = 20;
    private static final int MOST_CONTRASTS = 12;
    private static final int MOST_OF_AN_ATTRIBUTE = 3;

    private final SavedSegments segments;
    private final SegmentEngine engine;

    SegmentAnalysis(SavedSegments segments, SegmentEngine engine) {
        this.segments = segments;
        this.engine = engine;
    }

    /// Which customers two to six segments share.
    ///
    /// @throws Problem `invalid`, `not-found`
    public Overlap overlap(Brand brand, List<SegmentId> ids) {
        List<SegmentId> asked = List.copyOf(new LinkedHashSet<>(ids));
        if (asked.size() < 2 || asked.size() > MOST_SEGMENTS) {
            throw new Problem(KernelProblem.INVALID).outside("/segments", "size", 2, MOST_SEGMENTS);
        }
        List<String> names =
                asked.stream().map(id -> segments.name(brand, id)).toList();
        return timed(brand, (state, began) -> {
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

    /// @param attribute as a definition names it
    /// @throws Problem `not-found`, `attribute-too-varied`
    public Distribution distribution(Brand brand, SegmentId id, String attribute) {
        Attribute asked = named(attribute);
        String name = segments.name(brand, id);
        return timed(brand, (state, began) -> {
            RoaringBitmap members = state.members(in(id));
            RoaringBitmap everyone = state.everyone();
            Dimension dimension = state.dimension(asked)
                    .orElseThrow(() -> new Problem(SegmentProblem.ATTRIBUTE_TOO_VARIED).with("attribute", asked.label()));
            Cells cells = state.cells(List.of(dimension), List.of(members, everyone));
            long size = members.getLongCardinality();
            long base = everyone.getLongCardinality();
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
                            lift(inSegment, size, inAll, base),
                            new And(List.of(in(id), part.definition()))));
                }
            }
            return new Distribution(
                    id, name, asked.code(), asked.label(), size, base, parts, state.dataAt(), began.millis());
        });
    }

    /// @param days how far back orders and refunds count
    /// @throws Problem `not-found`, `invalid`
    public Comparison comparison(Brand brand, SegmentId left, SegmentId right, int days) {
        Last window = window(days);
        String leftName = segments.name(brand, left);
        String rightName = segments.name(brand, right);
        return timed(brand, (state, began) -> {
            RoaringBitmap one = state.members(in(left));
            RoaringBitmap other = state.members(in(right));
            List<OrderTotals> orders = state.orders(window, List.of(one, other));
            long both = RoaringBitmap.andCardinality(one, other);
            long either = one.getLongCardinality() + other.getLongCardinality() - both;
            return new Comparison(
                    side(left, leftName, one, orders.getFirst()),
                    side(right, rightName, other, orders.getLast()),
                    both,
                    either,
                    either == 0 ? null : (double) both / either,
                    state.everyone().getLongCardinality(),
                    days,
                    state.dataAt(),
                    began.millis());
        });
    }

    /// The parts of attributes that set two segments apart most: of the standard attributes and of those of the brand
    /// that most customers have.
    ///
    /// @throws Problem `not-found`
    public Contrasts contrasts(Brand brand, SegmentId left, SegmentId right) {
        segments.name(brand, left);
        segments.name(brand, right);
        return timed(brand, (state, began) -> {
            List<RoaringBitmap> sets = List.of(state.members(in(left)), state.members(in(right)), state.everyone());
            List<Dimension> dimensions = new ArrayList<>();
            List<Text> skipped = new ArrayList<>();
            Stream.concat(
                            Stream.of(StandardAttribute.values()),
                            state.customAttributes(MOST_CUSTOM_ATTRIBUTES).stream())
                    .forEach(attribute -> state.dimension(attribute)
                            .ifPresentOrElse(dimensions::add, () -> skipped.add(attribute.label())));
            Cells cells = state.cells(dimensions, sets);
            long[] sizes =
                    sets.stream().mapToLong(RoaringBitmap::getLongCardinality).toArray();
            List<Ranked> ranked = dimensions.stream()
                    .flatMap(dimension -> ranked(dimension, cells, sizes))
                    .sorted(Comparator.comparingDouble(Ranked::strength).reversed())
                    .limit(MOST_CONTRASTS)
                    .toList();
            return new Contrasts(
                    left,
                    right,
                    sizes[0],
                    sizes[1],
                    sizes[2],
                    ranked.stream().map(Ranked::contrast).toList(),
                    skipped,
                    state.dataAt(),
                    began.millis());
        });
    }

    private record Ranked(Contrast contrast, double strength) {}

    private static Stream<Ranked> ranked(Dimension dimension, Cells cells, long[] sizes) {
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < dimension.parts().size(); i++) {
            Part part = dimension.parts().get(i);
            long inLeft = cells.count(dimension, i, 0);
            long inRight = cells.count(dimension, i, 1);
            long inAll = cells.count(dimension, i, 2);
            if (inLeft + inRight > 0) {
                Contrast contrast = new Contrast(
                        dimension.attribute().code(),
                        dimension.attribute().label(),
                        part.kind(),
                        part.from(),
                        part.to(),
                        inLeft,
                        inRight,
                        inAll,
                        lift(inLeft, sizes[0], inRight, sizes[1]),
                        part.definition());
                ranked.add(new Ranked(
                        contrast, ContrastRank.strength(inLeft, sizes[0], inRight, sizes[1], inAll, sizes[2])));
            }
        }
        return ranked.stream()
                .filter(one -> one.strength() > 0)
                .sorted(Comparator.comparingDouble(Ranked::strength).reversed())
                .limit(MOST_OF_AN_ATTRIBUTE);
    }

    private static Comparison.Side side(SegmentId id, String name, RoaringBitmap members, OrderTotals orders) {
        long count = members.getLongCardinality();
        return new Comparison.Side(
                id,
                name,
                count,
                orders.buyers(),
                orders.orders(),
                orders.netSales(),
                average(orders.netSales(), count),
                average(orders.netSales(), orders.orders()));
    }

    private static @Nullable Long average(long sum, long count) {
        return count == 0 ? null : Long.valueOf(Math.round((double) sum / count));
    }

    private static @Nullable Double lift(long in, long size, long inOther, long otherSize) {
        return size == 0 || inOther == 0 ? null : Double.valueOf(((double) in / size) / ((double) inOther / otherSize));
    }

    private static Condition in(SegmentId id) {
        return new SegmentCondition(id.toString());
    }

    private static Condition exactly(List<SegmentId> asked, List<Integer> inside) {
        List<Condition> conditions = new ArrayList<>();
        List<Condition> outside = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            (inside.contains(i) ? conditions : outside).add(in(asked.get(i)));
        }
        outside.forEach(condition -> conditions.add(new Not(condition)));
        return new And(conditions);
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

    private static Last window(int days) {
        try {
            return new Last(days);
        } catch (InvalidCondition e) {
            throw new Problem(KernelProblem.INVALID, e)
                    .at("/days", e.fault().code(), e.detail());
        }
    }

    /// When a question began.
    private record Began(long nanos) {

        long millis() {
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
        }
    }

    @FunctionalInterface
    private interface Questions<T> {
        T ask(OneState state, Began began);
    }

    private <T> T timed(Brand brand, Questions<T> questions) {
        Began began = new Began(System.nanoTime());
        return engine.onOneState(brand, state -> questions.ask(state, began));
    }
}
