package io.waterwheel.segment.engine;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.SegmentProblem;
import io.waterwheel.segment.language.Canonical;
import io.waterwheel.segment.language.Condition;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Answers definitions over all of a brand's customers, on one consistent state of the warehouse.
///
/// Cost: a scan of one or two columns per distinct leaf that is not in the cache, then about 10 ms per million
/// customers and node; memory: a bitmap per leaf.
@Component
public class SegmentEngine {

    private static final Duration LONGEST_CATCH_UP = Duration.ofMinutes(5);

    private final Warehouse warehouse;
    private final LeafCache cache;
    private final SegmentLookup segments;
    private final HeldSets held;
    private final InstantSource clock;

    SegmentEngine(Warehouse warehouse, LeafCache cache, SegmentLookup segments, HeldSets held, InstantSource clock) {
        this.warehouse = warehouse;
        this.cache = cache;
        this.segments = segments;
        this.held = held;
        this.clock = clock;
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
            DataState state = DataState.read(context);
            Algebra algebra = algebra(brand, moment, context, state);
            definitions.forEach((key, definition) -> {
                try {
                    each.accept(key, members(algebra, state, Canonical.of(definition)));
                } catch (Problem problem) {
                    problems.add(problem);
                }
            });
            return state;
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
        return warehouse.read(context -> {
            DataState state = DataState.read(context);
            return questions.apply(new OneState(context, brand, moment, state, algebra(brand, moment, context, state)));
        });
    }

    private Members evaluate(Brand brand, Condition definition, Moment moment) {
        Condition canonical = Canonical.of(definition);
        return warehouse.read(context -> {
            DataState state = DataState.read(context);
            return members(algebra(brand, moment, context, state), state, canonical);
        });
    }

    private Algebra algebra(Brand brand, Moment moment, DSLContext context, DataState state) {
        LeafScan scan = new LeafScan(context, brand.id());
        return new Algebra(
                moment,
                leaf -> cache.get(leaf, brand.id(), state.position(), () -> scan.customers(leaf)),
                id -> segments.definition(brand, id)
                        .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + id)),
                held.of(brand));
    }

    private static Members members(Algebra algebra, DataState state, Condition canonical) {
        return new Members(
                algebra.members(canonical).clone(), algebra.everyone().getLongCardinality(), state.dataAt());
    }
}
