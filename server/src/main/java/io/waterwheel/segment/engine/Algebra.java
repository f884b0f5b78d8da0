package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.AiplCondition;
import io.waterwheel.segment.language.And;
import io.waterwheel.segment.language.AnniversaryCondition;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Canonical;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.EventsCondition;
import io.waterwheel.segment.language.Interval;
import io.waterwheel.segment.language.LifecycleCondition;
import io.waterwheel.segment.language.LifecycleStage;
import io.waterwheel.segment.language.ListCondition;
import io.waterwheel.segment.language.Not;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.segment.language.RfmCondition;
import io.waterwheel.segment.language.SegmentCondition;
import io.waterwheel.segment.language.SequenceCondition;
import io.waterwheel.segment.language.ShareCondition;
import io.waterwheel.segment.language.TagCondition;
import io.waterwheel.segment.language.TouchpointCondition;
import java.math.BigDecimal;
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

    /// As exactly as the warehouse keeps pieces.
    private static final BigDecimal SMALLEST_PIECE = new BigDecimal("0.001");

    private final Moment moment;
    private final Function<Leaf, RoaringBitmap> answers;
    private final Function<String, Condition> definitions;
    private final Held held;
    private final RoaringBitmap everyone;
    private final boolean planning;
    private final Map<String, RoaringBitmap> segments = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    /// Sets that the warehouse does not know.
    interface Held {
        RoaringBitmap list(String id);

        /// Of everybody the brand knows.
        RoaringBitmap share(ShareCondition asked, RoaringBitmap everyone);
    }

    /// @param definitions of the segments that are referred to, by id
    Algebra(Moment moment, Function<Leaf, RoaringBitmap> answers, Function<String, Condition> definitions, Held held) {
        this(moment, answers, definitions, held, false);
    }

    private Algebra(
            Moment moment,
            Function<Leaf, RoaringBitmap> answers,
            Function<String, Condition> definitions,
            Held held,
            boolean planning) {
        this.moment = moment;
        this.answers = answers;
        this.definitions = definitions;
        this.held = held;
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
                        new Planned(somebody),
                        true)
                .members(condition);
        return leaves;
    }

    /// Stands in the place of held sets, which no leaf answers, while leaves are looked for.
    private record Planned(RoaringBitmap somebody) implements Held {

        @Override
        public RoaringBitmap list(String id) {
            return somebody;
        }

        @Override
        public RoaringBitmap share(ShareCondition asked, RoaringBitmap everyone) {
            return somebody;
        }
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
            case AttributeCondition attribute -> known(Leaves.of(attribute, moment));
            case AnniversaryCondition anniversary -> known(Leaves.of(anniversary, moment));
            case TagCondition tag -> known(Leaves.of(tag));
            case OrdersCondition orders -> orders(orders);
            case TouchpointCondition touchpoint ->
                known(new Leaf.Reached(touchpoint.channel(), touchpoint.state(), touchpoint.friendsOf()));
            case RfmCondition(var r, var f, var m, var cuts) -> known(new Leaf.Rfm(r, f, m, cuts, moment.today()));
            case LifecycleCondition lifecycle -> lifecycle(lifecycle);
            case AiplCondition aipl -> new AiplStages(aipl, moment, this::known, everyone).members();
            case SegmentCondition(String segment) -> segment(segment);
            case EventsCondition events -> events(events);
            case SequenceCondition sequence -> known(Leaves.of(sequence, moment));
            case ListCondition(String list) -> RoaringBitmap.and(held.list(list), everyone);
            case ShareCondition share -> held.share(share, everyone);
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

    private RoaringBitmap lifecycle(LifecycleCondition asked) {
        List<LifecycleStage> buyers = asked.stages().stream()
                .filter(stage -> stage != LifecycleStage.PROSPECT)
                .toList();
        RoaringBitmap members = buyers.isEmpty()
                ? new RoaringBitmap()
                : known(new Leaf.Lifecycle(buyers, asked.cycleDays(), moment.today()));
        if (asked.stages().contains(LifecycleStage.PROSPECT)) {
            members.or(without(known(new Leaf.Count(1, null))));
        }
        return members;
    }

    private RoaringBitmap orders(OrdersCondition asked) {
        Interval window = Leaves.window(asked, moment);
        boolean least = asked.operator() == Bound.AT_LEAST;
        return switch (asked.measure()) {
            case COUNT, DISTINCT_PRODUCTS -> several(asked, least, window);
            case SUM -> sum(asked, least, window);
            case AVERAGE -> known(new Leaf.Net(true, asked.operator(), asked.value(), window, asked.filters()));
            case QUANTITY -> pieces(asked, least, window);
            case RECENCY, SINCE_FIRST -> known(Leaves.since(asked, moment));
        };
    }

    private RoaringBitmap several(OrdersCondition asked, boolean least, @Nullable Interval window) {
        if (!least) {
            return without(known(Leaves.several(asked, asked.value() + 1, window)));
        }
        return asked.value() == 0 ? everyone : known(Leaves.several(asked, asked.value(), window));
    }

    /// Customers without lines have no pieces and no row to scan, so "at most" is asked by its opposite.
    private RoaringBitmap pieces(OrdersCondition asked, boolean least, @Nullable Interval window) {
        BigDecimal value = BigDecimal.valueOf(asked.value()).setScale(SMALLEST_PIECE.scale());
        if (!least) {
            return without(known(new Leaf.Pieces(value.add(SMALLEST_PIECE), window, asked.filters())));
        }
        return asked.value() == 0 ? everyone : known(new Leaf.Pieces(value, window, asked.filters()));
    }

    /// Customers without orders have sum 0 and no row to scan, so a bound that lets 0 through is asked by its
    /// opposite.
    private RoaringBitmap sum(OrdersCondition asked, boolean least, @Nullable Interval window) {
        long value = asked.value();
        if (least) {
            return value > 0
                    ? known(Leaves.sum(asked, Bound.AT_LEAST, value, window))
                    : without(known(Leaves.sum(asked, Bound.AT_MOST, value - 1, window)));
        }
        return value < 0
                ? known(Leaves.sum(asked, Bound.AT_MOST, value, window))
                : without(known(Leaves.sum(asked, Bound.AT_LEAST, value + 1, window)));
    }

    private RoaringBitmap events(EventsCondition asked) {
        RoaringBitmap found = known(Leaves.of(asked, moment));
        return Leaves.holdsWithout(asked) ? without(found) : found;
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
