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

    private Members evaluate(Brand brand, Condition definition, Moment moment) {
        Condition canonical = Canonical.of(definition);
        return warehouse.read(context -> {
            DataState state = DataState.read(context);
            LeafScan scan = new LeafScan(context, brand.id());
            Algebra algebra = new Algebra(
                    moment,
                    leaf -> cache.get(leaf, brand.id(), state.position(), () -> scan.customers(leaf)),
                    id -> segments.definition(brand, id)
                            .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "segment " + id)),
                    held.of(brand));
            return new Members(
                    algebra.members(canonical).clone(), algebra.everyone().getLongCardinality(), state.dataAt());
        });
    }
}
