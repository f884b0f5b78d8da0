package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.CUSTOMER_NO;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.table;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.waterwheel.warehouse.Numbers;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The customers of every value of what has few values: a brand's tags, city, province, gender, the custom attributes
/// that most customers have, and whatever others are asked for again. Any comparison with them is a union of these. A
/// value costs two bytes a customer or
/// a bit
/// for everybody, whichever is less; a source of more than ten thousand values, or one that would take all of them
/// beyond
/// an eighth of the heap, is not kept and its questions are scanned.
@Component
class ReadyValues {

    private static final int MOST_VALUES = 10_000;
    private static final Table<Record> CODES = table(name("ready_codes"));
    private static final Field<Object> KNOWN = field(name("known"), Object.class);
    private static final Field<Integer> CODE = field(name("code"), Integer.class);

    private final Map<ValueSource, Values> kept = new ConcurrentHashMap<>();
    private final Set<ValueSource> tooLarge = ConcurrentHashMap.newKeySet();
    private final Set<ValueSource> asked = ConcurrentHashMap.newKeySet();
    private final long room;

    @Autowired
    ReadyValues(MeterRegistry meters) {
        this(Runtime.getRuntime().maxMemory() / 8, meters);
    }

    /// @param room in bytes
    ReadyValues(long room) {
        this(room, new SimpleMeterRegistry());
    }

    ReadyValues(long room, MeterRegistry meters) {
        this.room = room;
        Gauge.builder("segment.ready.size", this::bytes)
                .baseUnit("bytes")
                .description("Memory that the customers of tags and attribute values take")
                .register(meters);
        Gauge.builder("segment.ready.values", this::values)
                .description("How many tags and attribute values have their customers ready")
                .register(meters);
    }

    /// @param version   of the data
    /// @param customers by value; shared, never changed
    record Values(long version, Map<String, RoaringBitmap> customers, long bytes) {

        static Values of(long version, Map<String, RoaringBitmap> customers) {
            return new Values(
                    version,
                    customers,
                    customers.values().stream()
                            .mapToLong(RoaringBitmap::getLongSizeInBytes)
                            .sum());
        }

        RoaringBitmap of(Predicate<String> asked) {
            RoaringBitmap[] chosen = customers.entrySet().stream()
                    .filter(value -> asked.test(value.getKey()))
                    .map(Map.Entry::getValue)
                    .toArray(RoaringBitmap[]::new);
            return chosen.length == 1 ? chosen[0] : RoaringBitmap.or(chosen);
        }

        List<String> commonestFirst() {
            return customers.entrySet().stream()
                    .sorted(Comparator.comparingInt((Map.Entry<String, RoaringBitmap> value) ->
                                    -value.getValue().getCardinality())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /// The same on another version.
        ///
        /// @param affected everybody whose values may differ
        /// @param rows     the values that they have there
        Values renewed(long there, RoaringBitmap affected, Map<String, RoaringBitmap> rows) {
            Map<String, RoaringBitmap> renewed = new HashMap<>(customers);
            renewed.replaceAll((value, before) ->
                    RoaringBitmap.intersects(before, affected) ? RoaringBitmap.andNot(before, affected) : before);
            renewed.values().removeIf(RoaringBitmap::isEmpty);
            rows.forEach((value, those) -> renewed.merge(value, those, (some, more) -> RoaringBitmap.or(some, more)));
            return of(there, renewed);
        }
    }

    Optional<Values> of(ValueSource source) {
        return Optional.ofNullable(kept.get(source));
    }

    /// Keeps them unless there are those of newer data, or there is no room.
    void keep(ValueSource source, Values values) {
        kept.compute(source, (_, before) -> {
            if (before != null && before.version() > values.version()) {
                return before;
            }
            long others = bytes() - (before == null ? 0 : before.bytes());
            if (others + values.bytes() > room) {
                tooLarge.add(source);
                return null;
            }
            return values;
        });
    }

    /// Whether it is worth trying to keep a source's values. What was found to be too large is tried no more.
    boolean mayKeep(ValueSource source) {
        return room > 0 && !tooLarge.contains(source);
    }

    /// Whether a source was asked for before; now it was. Keeping all values for one question alone is not worth it.
    boolean isAskedAgain(ValueSource source) {
        return !asked.add(source);
    }

    void isTooLarge(ValueSource source) {
        tooLarge.add(source);
    }

    void clear() {
        kept.clear();
        tooLarge.clear();
    }

    long bytes() {
        return kept.values().stream().mapToLong(Values::bytes).sum();
    }

    private int values() {
        return kept.values().stream()
                .mapToInt(values -> values.customers().size())
                .sum();
    }

    /// Reads all rows of a source once, by numbers for its values: text would cost ten times as much.
    ///
    /// @return empty when there are too many values
    static Optional<Values> scan(DSLContext context, ValueSource source, long version) {
        context.createTemporaryTable(CODES)
                .as(select(KNOWN, rowNumber().over().cast(Integer.class).as(CODE))
                        .from(selectDistinct(source.value().as(KNOWN))
                                .from(source.rows())
                                .where(source.mine(), source.value().isNotNull())
                                .limit(MOST_VALUES + 1)
                                .asTable("distinct_values")))
                .execute();
        try {
            List<String> values = context.select(KNOWN.cast(String.class))
                    .from(CODES)
                    .orderBy(CODE)
                    .fetch(0, String.class);
            return values.size() > MOST_VALUES ? Optional.empty() : Optional.of(scan(context, source, version, values));
        } finally {
            context.dropTemporaryTable(CODES).execute();
        }
    }

    private static Values scan(DSLContext context, ValueSource source, long version, List<String> values) {
        RoaringBitmap[] customers =
                values.stream().map(_ -> new RoaringBitmap()).toArray(RoaringBitmap[]::new);
        int[] numbers = new int[Numbers.PIECE];
        int[] codes = new int[Numbers.PIECE];
        Numbers.read(
                context.select(CUSTOMER_NO, CODE)
                        .from(source.rows())
                        .join(CODES)
                        .on(condition("{0} = {1}", source.value(), KNOWN))
                        .where(source.mine()),
                piece -> {
                    piece.integers(0, numbers);
                    piece.integers(1, codes);
                    for (int row = 0; row < piece.rows(); row++) {
                        customers[codes[row] - 1].add(numbers[row]);
                    }
                });
        Map<String, RoaringBitmap> found = new HashMap<>();
        for (int i = 0; i < customers.length; i++) {
            customers[i].runOptimize();
            found.put(values.get(i), customers[i]);
        }
        return Values.of(version, found);
    }

    /// The values that are there, of few customers.
    static Map<String, RoaringBitmap> rows(DSLContext excerpt, ValueSource source) {
        Map<String, RoaringBitmap> found = new HashMap<>();
        excerpt.select(CUSTOMER_NO, source.value().cast(String.class))
                .from(source.rows())
                .where(source.mine(), source.value().isNotNull())
                .forEach(row -> found.computeIfAbsent(row.value2(), _ -> new RoaringBitmap())
                        .add(row.value1()));
        return found;
    }
}
