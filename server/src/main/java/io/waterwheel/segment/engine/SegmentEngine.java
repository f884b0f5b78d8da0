package io.waterwheel.segment.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.language.AttributeCondition;
import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Canonical;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.Measure;
import io.waterwheel.segment.language.Operator;
import io.waterwheel.segment.language.Or;
import io.waterwheel.segment.language.OrdersCondition;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Answers definitions over all of a brand's customers, on one consistent state of the warehouse.
///
/// Cost: a scan of one or two columns per distinct leaf that was never asked, all leaves about orders in one; for
/// others
/// what changed since they were ([Answers]); then about a millisecond per million customers and node. Memory: a bitmap
/// per leaf.
@Component
public class SegmentEngine {

    private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(5);

    /// What most definitions ask, and what answers whoever has no order.
    private static final Condition ALWAYS_READY = Canonical.of(new Or(List.of(
            new AttributeCondition("reachableByWecom", Operator.IS, List.of("true")),
            new AttributeCondition("reachableByEmail", Operator.IS, List.of("true")),
            new OrdersCondition(Measure.COUNT, Bound.AT_LEAST, 1, null))));

    /// So many leaves' answers at thirty million customers are a quarter of a gigabyte.
    private static final int TOGETHER = 64;

    private final Warehouse warehouse;
    private final LeafCache cache;
    private final ReadyValues ready;
    private final SegmentLookup segments;
    private final HeldSets held;
    private final InstantSource clock;
    private final Map<BrandId, Instant> asked = new ConcurrentHashMap<>();

    /// One that keeps nothing ready.
    SegmentEngine(Warehouse warehouse, LeafCache cache, SegmentLookup segments, HeldSets held, InstantSource clock) {
        this(warehouse, cache, new ReadyValues(0), segments, held, clock);
    }

    @Autowired
    SegmentEngine(
            Warehouse warehouse,
            LeafCache cache,
            ReadyValues ready,
            SegmentLookup segments,
            HeldSets held,
            InstantSource clock) {
        this.warehouse = warehouse;
        this.cache = cache;
        this.ready = ready;
        this.segments = segments;
        this.held = held;
        this.clock = clock;
    }

    /// One by itself, without saved segments: for benches and tools that bring a warehouse of their own.
    ///
    /// @param bytes  that answers may take
    /// @param meters where it reports what it keeps
    public static SegmentEngine standalone(Warehouse warehouse, long bytes, MeterRegistry meters, InstantSource clock) {
        return new SegmentEngine(
                warehouse,
                new LeafCache(bytes - bytes / 4, meters),
                new ReadyValues(bytes / 4, meters),
                (brand, id) -> Optional.empty(),
                new HeldSets((brand, id) -> new RoaringBitmap()),
                clock);
    }

    /// Who meets the definition as far as the warehouse has read; relative windows are shared within a minute.
    public Members estimate(Brand brand, Condition definition) {
        return evaluate(brand, definition, Moment.shared(clock.instant(), brand.zone()));
    }

    /// Who meets the definition now: everything acknowledged before this call is counted.
    ///
    /// @throws Problem `warehouse-behind` when the warehouse does not catch up within five minutes
    public Members members(Brand brand, Condition definition) {
        Instant asked = clock.instant();
        if (!warehouse.catchUp(LONGEST_CATCH_UP)) {
            throw new Problem(SegmentProblem.WAREHOUSE_BEHIND);
        }
        return evaluate(brand, definition, Moment.exact(asked, brand.zone()));
    }

    /// Answers many definitions on one state of the warehouse and as of one second, which costs far less than one
    /// by one: what they share is looked at once. It does not wait for the warehouse. Each answer is handed over
    /// as soon as it is known and can be let go before the next, because five hundred answers at thirty million
    /// customers are two gigabytes.
    ///
    /// @param definitions by what the caller knows them by
    /// @param each        is given every answer; it runs within the read, so it must not take long or ask the
    /// engine
    /// @throws Problem when some could not be answered; the others have been
    public <K> void refreshAll(Brand brand, Map<K, Condition> definitions, BiConsumer<? super K, Members> each) {
        Moment moment = Moment.exact(clock.instant(), brand.zone());
        List<Problem> problems = new ArrayList<>();
        warehouse.read(context -> {
            Question question = new Question(brand, moment, context);
            Map<K, Condition> canonical = new LinkedHashMap<>();
            Map<K, Set<Leaf>> leaves = new HashMap<>();
            definitions.forEach((key, definition) -> attempt(problems, () -> {
                Condition asked = Canonical.of(definition);
                leaves.put(key, question.leaves(asked));
                canonical.put(key, asked);
            }));
            Set<Leaf> all = leaves.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
            question.answers.plan(all);
            question.answers.scanOrders(all);
            Map<K, Condition> together = new LinkedHashMap<>();
            Set<Leaf> asked = new HashSet<>();
            canonical.forEach((key, condition) -> {
                together.put(key, condition);
                asked.addAll(Objects.requireNonNull(leaves.get(key)));
                if (asked.size() >= TOGETHER) {
                    question.answer(together, asked, each, problems);
                    together.clear();
                    asked.clear();
                }
            });
            question.answer(together, asked, each, problems);
            return question.state;
        });
        if (!problems.isEmpty()) {
            Problem first = problems.removeFirst();
            problems.forEach(first::addSuppressed);
            throw first;
        }
    }

    /// Asks several questions of one state as far as the warehouse has read; relative windows are shared within a
    /// minute.
    public <T> T onOneState(Brand brand, Function<OneState, T> questions) {
        Moment moment = Moment.shared(clock.instant(), brand.zone());
        asked.put(brand.id(), moment.now());
        return warehouse.read(context -> {
            Question question = new Question(brand, moment, context);
            return questions.apply(
                    new OneState(context, brand, moment, question.state, question.algebra(), question::prepare));
        });
    }

    /// Brings what is kept ready for a brand to the newest data, and makes ready what is not: its tags, city, province,
    /// gender, the custom attributes most customers have, reachability and who ever bought. Cost: what changed since
    /// the last time; the first time a scan of each.
    public void keepReady(Brand brand) {
        Moment moment = Moment.shared(clock.instant(), brand.zone());
        warehouse.read(context -> {
            Question question = new Question(brand, moment, context);
            question.answers.prepare(question.leaves(ALWAYS_READY));
            question.answers.makeReady();
            return question.state;
        });
    }

    private static void attempt(List<Problem> problems, Runnable part) {
        try {
            part.run();
        } catch (Problem problem) {
            problems.add(problem);
        }
    }

    /// Whether the brand was asked for anything since an instant.
    boolean wasAsked(BrandId brand, Instant since) {
        Instant last = asked.get(brand);
        return last != null && !last.isBefore(since);
    }

    private Members evaluate(Brand brand, Condition definition, Moment moment) {
        asked.put(brand.id(), moment.now());
        Condition canonical = Canonical.of(definition);
        return warehouse.read(context -> {
            Question question = new Question(brand, moment, context);
            question.prepare(canonical);
            return question.members(question.algebra(), canonical);
        });
    }

    /// What is asked of one state of the warehouse.
    private final class Question {

        private final Moment moment;
        private final DataState state;
        private final Answers answers;
        private final Function<String, Condition> definitions;
        private final Algebra.Held sets;

        Question(Brand brand, Moment moment, DSLContext context) {
            this.moment = moment;
            this.state = DataState.read(context);
            this.answers = new Answers(warehouse, context, brand.id(), state, moment.now(), cache, ready);
            Map<String, Condition> found = new HashMap<>();
            this.definitions = id -> found.computeIfAbsent(
                    id,
                    _ -> segments.definition(brand, id)
                            .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + id)));
            this.sets = held.of(brand);
        }

        Set<Leaf> leaves(Condition canonical) {
            return Algebra.leaves(moment, definitions, canonical);
        }

        /// Answers the leaves of a condition together, which costs less than one by one.
        void prepare(Condition canonical) {
            answers.prepare(leaves(canonical));
        }

        Algebra algebra() {
            return new Algebra(moment, answers::get, definitions, sets);
        }

        Members members(Algebra algebra, Condition canonical) {
            return new Members(
                    algebra.members(canonical).clone(), algebra.everyone().getLongCardinality(), state.dataAt());
        }

        <K> void answer(
                Map<K, Condition> together,
                Set<Leaf> leaves,
                BiConsumer<? super K, Members> each,
                List<Problem> problems) {
            if (together.isEmpty()) {
                return;
            }
            answers.answer(leaves);
            Algebra algebra = algebra();
            together.forEach((key, condition) ->
                    attempt(problems, () -> each.accept(key, members(algebra, condition))));
            answers.release();
        }
    }
}
