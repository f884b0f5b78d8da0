package io.waterwheel.segment.analysis;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentId;
import io.waterwheel.segment.engine.Cells;
import io.waterwheel.segment.engine.Dimension;
import io.waterwheel.segment.engine.OrderTotals;
import io.waterwheel.segment.engine.SegmentEngine;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.InvalidCondition;
import io.waterwheel.segment.language.Last;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.saved.SavedSegments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/// Two saved segments side by side, each answer counted on one state of the warehouse.
@Service
public class Comparisons {

    private static final int MOST_CUSTOM_ATTRIBUTES = 20;

    private final SavedSegments segments;
    private final SegmentEngine engine;

    Comparisons(SavedSegments segments, SegmentEngine engine) {
        this.segments = segments;
        this.engine = engine;
    }

    /// Sizes, what they share, and what they bought.
    ///
    /// @param days how far back orders and refunds count
    /// @throws Problem `not-found`, `invalid`
    public Comparison of(Brand brand, SegmentId left, SegmentId right, int days) {
        Last window = window(days);
        String leftName = segments.name(brand, left);
        String rightName = segments.name(brand, right);
        Began began = Began.now();
        return engine.onOneState(brand, state -> {
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

    /// The parts of attributes that set them apart most: of the standard attributes and of those of the brand that
    /// most customers have.
    ///
    /// @throws Problem `not-found`
    public Contrasts contrasts(Brand brand, SegmentId left, SegmentId right) {
        segments.name(brand, left);
        segments.name(brand, right);
        Began began = Began.now();
        return engine.onOneState(brand, state -> {
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
            return new Contrasts(
                    left,
                    right,
                    sizes[0],
                    sizes[1],
                    sizes[2],
                    ContrastRank.strongest(dimensions, cells, sizes),
                    skipped,
                    state.dataAt(),
                    began.millis());
        });
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

    private static Condition in(SegmentId id) {
        return new SegmentCondition(id.toString());
    }

    private static Last window(int days) {
        try {
            return new Last(days);
        } catch (InvalidCondition e) {
            throw new Problem(KernelProblem.INVALID, e).at("/days", e.fault().code(), e.detail());
        }
    }
}
