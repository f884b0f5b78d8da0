package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.or;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.engine.LeafCache.Answer;
import io.waterwheel.segment.engine.LeafCache.Way;
import io.waterwheel.segment.engine.ReadyValues.Values;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.warehouse.Excerpt;
import io.waterwheel.warehouse.Warehouse;
import io.waterwheel.warehouse.WarehouseTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/// The answers of leaves within one read, on one version of the data and as of one moment.
///
/// An answer of another version or moment is not thrown away: customers whose rows changed between the two versions,
/// and
/// those with a row between where a window's edges were and where they are, are the only ones for whom it can be wrong.
/// Their rows are copied once for all leaves ([Excerpt]), the leaf is asked of the copy, and
///
///     answer = (answer before \ affected) ∪ (answer of the copy ∩ affected)
///
/// Asking again for more customers than necessary never makes it wrong, so one set serves all.
final class Answers {

    /// Of more than these, copying is no cheaper than reading everybody.
    static final int MOST_AFFECTED = 300_000;

    /// Each costs a scan of all custom attributes when it is first made ready.
    private static final int MOST_ATTRIBUTES = 16;

    /// Edges that moved farther pass more rows than is worth it.
    private static final Duration LONGEST_STEP = Duration.ofDays(1);

    /// A brand that knows fewer of all customers than one in so many is not worth arrays for all of them.
    private static final int SPARSE = 32;

    private final Warehouse warehouse;
    private final DSLContext context;
    private final BrandId brand;
    private final DataState state;
    private final Instant now;
    private final LeafCache cache;
    private final ReadyValues ready;
    private final LeafScan scan;
    private final Map<Leaf, RoaringBitmap> known = new HashMap<>();
    private final Map<Leaf, Stale> stale = new HashMap<>();
    private final Map<Since, Optional<RoaringBitmap>> changes = new HashMap<>();
    private final Map<ValueSource, Optional<Values>> values = new HashMap<>();
    /// What is kept ready is mostly of one version, so all sources of a table are renewed from one copy.
    private final Map<Since, Excerpt> described = new HashMap<>();

    private int excerpts;

    Answers(
            Warehouse warehouse,
            DSLContext context,
            BrandId brand,
            DataState state,
            Instant now,
            LeafCache cache,
            ReadyValues ready) {
        this.warehouse = warehouse;
        this.context = context;
        this.brand = brand;
        this.state = state;
        this.now = now;
        this.cache = cache;
        this.ready = ready;
        this.scan = new LeafScan(context, brand);
    }

    /// An earlier answer and how it is brought here.
    private record Stale(Answer before, Renewal renewal) {}

    /// @param affected everybody for whom an earlier answer may be wrong
    /// @param excerpt  their rows; none when nobody is affected
    private record Renewal(RoaringBitmap affected, @Nullable Excerpt excerpt) {}

    private record Since(Set<WarehouseTable> tables, long version) {}

    /// An earlier answer that may be wrong for some.
    private record Aged(Leaf leaf, Answer before, RoaringBitmap changed, List<Passed> passed) {}

    /// Leaves that are renewed together, for everybody whom one of them concerns. Those that look at describing tables
    /// only
    /// are kept apart, for a few rows at the end of a table answer them unless an edge has moved, and so are those
    /// about events, which concern far more customers than orders do.
    private record Group(Set<WarehouseTable> tables, boolean moved) {

        static Group of(Aged aged) {
            Set<WarehouseTable> reads = aged.leaf().reads();
            if (reads.stream().allMatch(WarehouseTable::describing)) {
                return new Group(reads, !aged.passed().isEmpty());
            }
            return new Group(reads.contains(WarehouseTable.EVENT) ? Set.of(WarehouseTable.EVENT) : Set.of(), false);
        }
    }

    /// Rows that an edge has gone over.
    private record Passed(Timeline timeline, Instant from, Instant to) {}

    RoaringBitmap get(Leaf leaf) {
        RoaringBitmap answer = known.get(leaf);
        if (answer == null) {
            plan(Set.of(leaf));
            answer(Set.of(leaf));
            answer = Objects.requireNonNull(known.get(leaf));
        }
        return answer;
    }

    /// Answers these together, which costs less than one by one.
    void prepare(Collection<Leaf> leaves) {
        plan(leaves);
        answer(leaves);
    }

    /// Lets go of what was answered; it can be had again.
    void release() {
        known.clear();
    }

    /// Finds out which earlier answers can be brought here, and copies the rows of those whom they may be wrong for.
    void plan(Collection<Leaf> leaves) {
        Map<Group, List<Aged>> groups = new HashMap<>();
        for (Leaf leaf : leaves) {
            if (known.containsKey(leaf)
                    || stale.containsKey(leaf)
                    || values(leaf).isPresent()) {
                continue;
            }
            Answer before = cache.find(brand, leaf.question(now));
            if (before == null || isThis(before, leaf)) {
                continue;
            }
            aged(leaf, before)
                    .ifPresent(aged -> groups.computeIfAbsent(Group.of(aged), _ -> new ArrayList<>())
                            .add(aged));
        }
        groups.values().forEach(this::renew);
    }

    /// The ready values that answer a leaf, brought here.
    private Optional<Values> values(Leaf leaf) {
        return ValueSource.of(leaf, brand).flatMap(this::values);
    }

    private Optional<Values> values(ValueSource source) {
        return values.computeIfAbsent(source, this::here);
    }

    private Optional<Values> here(ValueSource source) {
        return ready.of(source).flatMap(before -> {
            Optional<RoaringBitmap> changed = changed(Set.of(source.table()), before.version());
            if (changed.isEmpty() || changed.get().getCardinality() > MOST_AFFECTED) {
                return Optional.empty();
            }
            Values here = changed.get().isEmpty()
                    ? new Values(state.version(), before.customers(), before.bytes())
                    : before.renewed(state.version(), changed.get(), rows(source, before.version(), changed.get()));
            ready.keep(source, here);
            return Optional.of(here);
        });
    }

    private Map<String, RoaringBitmap> rows(ValueSource source, long version, RoaringBitmap changed) {
        Excerpt excerpt = described.computeIfAbsent(
                new Since(Set.of(source.table()), version),
                since -> version < state.version()
                        ? Excerpt.since(context, ++excerpts, since.tables(), changed, version)
                        : Excerpt.of(context, ++excerpts, since.tables(), changed));
        return excerpt.within(() -> ReadyValues.rows(context, source));
    }

    /// Makes the values of what is asked of every brand ready, and those of the custom attributes that most customers
    /// have, unless they are.
    void makeReady() {
        ValueSource.all(brand).forEach(this::makeReady);
        ValueSource.AttributeNames names = new ValueSource.AttributeNames();
        makeReady(names);
        values(names).map(Values::commonestFirst).orElse(List.of()).stream()
                .filter(CustomAttribute::possible)
                .limit(MOST_ATTRIBUTES)
                .map(CustomAttribute::new)
                .map(ValueSource.Texts::new)
                .forEach(this::makeReady);
    }

    private void makeReady(ValueSource source) {
        if (values(source).isEmpty() && ready.mayKeep(source)) {
            Optional<Values> scanned = ReadyValues.scan(context, source, state.version());
            scanned.ifPresentOrElse(all -> ready.keep(source, all), () -> ready.isTooLarge(source));
            values.put(source, scanned);
        }
    }

    private boolean isThis(Answer answer, Leaf leaf) {
        return answer.version() == state.version() && answer.leaf().equals(leaf);
    }

    private Optional<Aged> aged(Leaf leaf, Answer before) {
        if (leaf.reads().isEmpty()) {
            return Optional.empty();
        }
        Optional<RoaringBitmap> changed = changed(leaf.reads(), before.version());
        List<Passed> passed = new ArrayList<>();
        if (changed.isEmpty()
                || changed.get().getCardinality() > MOST_AFFECTED
                || !passed(before.leaf().edges(), leaf.edges(), passed)) {
            return Optional.empty();
        }
        return Optional.of(new Aged(leaf, before, changed.get(), passed));
    }

    private Optional<RoaringBitmap> changed(Set<WarehouseTable> tables, long version) {
        return changes.computeIfAbsent(
                new Since(tables, version),
                _ -> warehouse.changed(tables, Math.min(version, state.version()), Math.max(version, state.version())));
    }

    /// @return whether all edges moved little enough
    private static boolean passed(List<Edge> before, List<Edge> now, List<Passed> passed) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            Edge was = before.get(i);
            Edge is = now.get(i);
            boolean forward = was.at().isBefore(is.at());
            Instant from = forward ? was.at() : is.at();
            Instant to = forward ? is.at() : was.at();
            if (was.timeline() != is.timeline() || Duration.between(from, to).compareTo(LONGEST_STEP) > 0) {
                return false;
            }
            if (!from.equals(to)) {
                passed.add(new Passed(is.timeline(), from, to));
            }
        }
        return true;
    }

    private void renew(List<Aged> group) {
        RoaringBitmap affected = new RoaringBitmap();
        Set<WarehouseTable> tables = EnumSet.noneOf(WarehouseTable.class);
        long oldest = state.version();
        long newest = state.version();
        for (Aged aged : group) {
            affected.or(aged.changed());
            tables.addAll(aged.leaf().reads());
            oldest = Math.min(oldest, aged.before().version());
            newest = Math.max(newest, aged.before().version());
        }
        RoaringBitmap passers = passers(group);
        affected.or(passers);
        if (affected.getCardinality() > MOST_AFFECTED) {
            return;
        }
        // Whoever an edge passed, or whose rows in another table changed, has old rows here.
        boolean atTheEnd = newest == state.version()
                && passers.isEmpty()
                && tables.size() == 1
                && tables.stream().allMatch(WarehouseTable::describing);
        Renewal renewal = new Renewal(
                affected,
                affected.isEmpty()
                        ? null
                        : atTheEnd
                                ? Excerpt.since(context, ++excerpts, tables, affected, oldest)
                                : Excerpt.of(context, ++excerpts, tables, affected));
        group.forEach(aged -> stale.put(aged.leaf(), new Stale(aged.before(), renewal)));
    }

    /// Customers with a row between two places of an edge.
    private RoaringBitmap passers(List<Aged> group) {
        Map<Timeline, Set<Passed>> stretches = new EnumMap<>(Timeline.class);
        group.forEach(aged -> aged.passed()
                .forEach(passed -> stretches
                        .computeIfAbsent(passed.timeline(), _ -> new HashSet<>())
                        .add(passed)));
        RoaringBitmap customers = new RoaringBitmap();
        stretches.forEach((timeline, passed) -> customers.or(CustomerSet.of(context.select(CUSTOMER_NO)
                .from(timeline.table())
                .where(
                        BRAND_ID.eq(inline(brand.value())),
                        CUSTOMER_NO.isNotNull(),
                        or(passed.stream()
                                .map(stretch -> timeline.at().between(literal(stretch.from()), literal(stretch.to())))
                                .toList())))));
        return customers;
    }

    /// Scans what has to be scanned of orders, for all leaves in as few passes as there is room for. The cache has the
    /// answers then.
    void scanOrders(Collection<Leaf> leaves) {
        List<Leaf> fresh = leaves.stream()
                .filter(leaf -> OrderPass.takes(leaf) && !known.containsKey(leaf) && !stale.containsKey(leaf))
                .filter(leaf -> {
                    Answer kept = cache.find(brand, leaf.question(now));
                    return kept == null || !isThis(kept, leaf);
                })
                .toList();
        OrderPass pass = fresh.isEmpty() ? null : overEveryone();
        if (pass != null) {
            pass.answer(fresh, (leaf, answer) -> {
                answer.runOptimize();
                cache.keep(brand, leaf.question(now), new Answer(leaf, state.version(), answer), Way.SCANNED);
            });
        }
    }

    /// Answers what has been planned, and scans the rest.
    void answer(Collection<Leaf> leaves) {
        Map<Renewal, List<Leaf>> renewed = new HashMap<>();
        List<Leaf> fresh = new ArrayList<>();
        for (Leaf leaf : new HashSet<>(leaves)) {
            if (known.containsKey(leaf)) {
                continue;
            }
            Optional<Values> values = values(leaf);
            if (values.isPresent()) {
                cache.answered(Way.READY, 1);
                known.put(leaf, values.get().of(ValueSource.asked(leaf)));
                continue;
            }
            Answer kept = cache.find(brand, leaf.question(now));
            Stale before = stale.get(leaf);
            if (kept != null && isThis(kept, leaf)) {
                cache.answered(Way.KEPT, 1);
                known.put(leaf, kept.customers());
            } else if (before != null) {
                renewed.computeIfAbsent(before.renewal(), _ -> new ArrayList<>())
                        .add(leaf);
            } else {
                fresh.add(leaf);
            }
        }
        renewed.forEach(this::renewed);
        scanned(fresh);
    }

    private void renewed(Renewal renewal, List<Leaf> leaves) {
        Excerpt excerpt = renewal.excerpt();
        Map<Leaf, RoaringBitmap> answers = excerpt == null
                ? Map.of()
                : excerpt.within(() -> asked(leaves, OrderPass.over(context, brand, renewal.affected())));
        for (Leaf leaf : leaves) {
            RoaringBitmap before =
                    Objects.requireNonNull(stale.get(leaf)).before().customers();
            RoaringBitmap asked = answers.get(leaf);
            if (asked == null) {
                known(leaf, before, Way.KEPT);
            } else {
                known(leaf, renewed(before, renewal.affected(), asked), Way.REFRESHED);
            }
        }
    }

    private static RoaringBitmap renewed(RoaringBitmap before, RoaringBitmap affected, RoaringBitmap asked) {
        asked.and(affected);
        if (RoaringBitmap.and(before, affected).equals(asked)) {
            return before;
        }
        RoaringBitmap answer = RoaringBitmap.andNot(before, affected);
        answer.or(asked);
        return answer;
    }

    private void scanned(List<Leaf> leaves) {
        leaves.removeIf(this::fromAllValues);
        List<Leaf> ofOrders = leaves.stream().filter(OrderPass::takes).toList();
        leaves.removeAll(ofOrders);
        scanned(leaves, null);
        if (!ofOrders.isEmpty()) {
            scanned(ofOrders, overEveryone());
        }
    }

    private void scanned(List<Leaf> leaves, @Nullable OrderPass pass) {
        asked(leaves, pass).forEach((leaf, answer) -> {
            answer.runOptimize();
            known(leaf, answer, Way.SCANNED);
        });
    }

    /// A text attribute has to be read for its values first anyway, so who asks a second question has all of them kept.
    private boolean fromAllValues(Leaf leaf) {
        ValueSource source = ValueSource.of(leaf, brand).orElse(null);
        if (!(source instanceof ValueSource.Texts) || !ready.isAskedAgain(source)) {
            return false;
        }
        makeReady(source);
        Optional<Values> all = values(leaf);
        all.ifPresent(those -> {
            cache.answered(Way.SCANNED, 1);
            known.put(leaf, those.of(ValueSource.asked(leaf)));
        });
        return all.isPresent();
    }

    /// Whoever the brand does not know is in no answer, so numbers beyond the last one need no place.
    private @Nullable OrderPass overEveryone() {
        RoaringBitmap everyone = get(new Leaf.Known());
        return !everyone.isEmpty() && everyone.getLongCardinality() * SPARSE > everyone.last()
                ? OrderPass.over(context, brand, everyone.last())
                : null;
    }

    private Map<Leaf, RoaringBitmap> asked(Collection<Leaf> leaves, @Nullable OrderPass pass) {
        if (pass == null) {
            return scan.customers(leaves);
        }
        Map<Leaf, RoaringBitmap> answers =
                pass.answers(leaves.stream().filter(OrderPass::takes).toList());
        answers.putAll(scan.customers(
                leaves.stream().filter(leaf -> !OrderPass.takes(leaf)).toList()));
        return answers;
    }

    private void known(Leaf leaf, RoaringBitmap answer, Way way) {
        known.put(leaf, answer);
        cache.keep(brand, leaf.question(now), new Answer(leaf, state.version(), answer), way);
    }
}
