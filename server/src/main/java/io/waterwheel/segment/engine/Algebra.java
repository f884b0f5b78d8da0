package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Canonical;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.TagCondition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The tree over leaves' answers: and → ∩, or → ∪, not → everybody the brand knows without.
/// Answers of leaves are never changed, only new sets are.
final class Algebra {

    private final Moment moment;
    private final Function<Leaf, RoaringBitmap> answers;
    private final Function<String, Condition> definitions;
    private final RoaringBitmap everyone;
    private final boolean planning;
    private final Map<String, RoaringBitmap> segments = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /// @param definitions of the segments that are referred to, by id
    Algebra(Moment moment, Function<Leaf, RoaringBitmap> answers, Function<String, Condition> definitions) {
        this(moment, answers, definitions, false);
    }

    private Algebra(
            Moment moment,
            Function<Leaf, RoaringBitmap> answers,
            Function<String, Condition> definitions,
            boolean planning) {
        this.moment = moment;
        this.answers = answers;
        this.definitions = definitions;
        this.planning = planning;
        this.everyone = answers.apply(new Leaf.Known());
    }

    /// The leaves that a condition will ask for, found by going through it with a set of one in the place of answers.
    static Set<Leaf> leaves(Moment moment, Function<String, Condition> definitions, Condition condition) {
        Set<Leaf> leaves = new LinkedHashSet<>();
        RoaringBitmap somebody = RoaringBitmap.bitmapOf(1);
        new Algebra(
                        moment,
                        leaf -> {
                            leaves.add(leaf);
                            return somebody;
                        },
                        definitions,
                        true)
                .members(condition);
        return leaves;
    }

    RoaringBitmap everyone() {
        return everyone;
    }

    RoaringBitmap members(Condition condition) {
        return switch (condition) {
            case And(List<Condition> all) -> all(all);
            case Or(List<Condition> any) ->
                RoaringBitmap.or(any.stream().map(this::members).toArray(RoaringBitmap[]::new));
            case Not(Condition inner) -> without(members(inner));
            case AttributeCondition attribute -> known(Leaf.of(attribute, moment));
            case AnniversaryCondition anniversary -> known(Leaf.of(anniversary, moment));
            case TagCondition tag -> known(Leaf.of(tag));
            case OrdersCondition orders -> orders(orders);
            case SegmentCondition(String segment) -> segment(segment);
        };
    }

    /// Answered once, however often it is referred to.
    private RoaringBitmap segment(String id) {
        RoaringBitmap known = segments.get(id);
        if (known != null) {
            return known;
        }
        if (!open.add(id)) {
            throw new IllegalStateException("segment " + id + " contains itself");
        }
        RoaringBitmap answer = members(Canonical.of(definitions.apply(id)));
        open.remove(id);
        segments.put(id, answer);
        return answer;
    }

    private RoaringBitmap all(List<Condition> conditions) {
        RoaringBitmap left = everyone.clone();
        for (Condition condition : conditions) {
            if (left.isEmpty() && !planning) {
                return left;
            }
            left.and(members(condition));
        }
        return left;
    }

    private RoaringBitmap orders(OrdersCondition asked) {
        Interval window = Leaf.window(asked, moment);
        boolean least = asked.operator() == Bound.AT_LEAST;
        return switch (asked.measure()) {
            case COUNT -> count(asked, least, window);
            case SUM -> sum(asked, least, window);
            case RECENCY -> known(Leaf.recency(asked, moment));
        };
    }

    private RoaringBitmap count(OrdersCondition asked, boolean least, @Nullable Interval window) {
        if (!least) {
            return without(known(new Leaf.Count(asked.value() + 1, window)));
        }
        return asked.value() == 0 ? everyone : known(new Leaf.Count(asked.value(), window));
    }

    /// Customers without orders have sum 0 and no row to scan, so a bound that lets 0 through is asked by its
    /// opposite.
    private RoaringBitmap sum(OrdersCondition asked, boolean least, @Nullable Interval window) {
        long value = asked.value();
        if (least) {
            return value > 0
                    ? known(new Leaf.Sum(Bound.AT_LEAST, value, window))
                    : without(known(new Leaf.Sum(Bound.AT_MOST, value - 1, window)));
        }
        return value < 0
                ? known(new Leaf.Sum(Bound.AT_MOST, value, window))
                : without(known(new Leaf.Sum(Bound.AT_LEAST, value + 1, window)));
    }

    private RoaringBitmap known(Leaf leaf) {
        return leaf instanceof Leaf.LastOrder last && !last.after()
                ? quiet(last)
                : RoaringBitmap.and(answers.apply(leaf), everyone);
    }

    /// Ordered, but not since: the former is asked by many, the latter of few rows.
    private RoaringBitmap quiet(Leaf.LastOrder last) {
        RoaringBitmap ordered = known(new Leaf.Count(1, last.window()));
        ordered.andNot(answers.apply(new Leaf.LastOrder(true, last.at(), last.window())));
        return ordered;
    }

    private RoaringBitmap without(RoaringBitmap some) {
        return RoaringBitmap.andNot(everyone, some);
    }
}
