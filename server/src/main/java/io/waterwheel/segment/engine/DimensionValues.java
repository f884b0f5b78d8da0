package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.CustomAttribute;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/// Which values the brand's customers have, and how many have each.
final class DimensionValues {

    /// More are refused: the commonest twenty would tell little, and the scan a lot of words.
    private static final int MOST = 5_000;

    private final DSLContext context;
    private final Brand brand;
    private final int most;

    DimensionValues(DSLContext context, Brand brand) {
        this(context, brand, MOST);
    }

    DimensionValues(DSLContext context, Brand brand, int most) {
        this.context = context;
        this.brand = brand;
        this.most = most;
    }

    /// As they are written, the commonest first; empty when there are too many.
    Optional<Map<String, Long>> written(Attribute attribute) {
        Field<String> column = TextScan.column(attribute);
        Field<String> value = column.as("value");
        Map<String, Long> values = new LinkedHashMap<>();
        context.select(value, count())
                .from(CUSTOMER)
                .where(column.isNotNull(), known())
                .groupBy(value)
                .orderBy(count().desc(), value)
                .limit(most + 1)
                .forEach(row -> values.put(row.value1(), row.value2().longValue()));
        return values.size() > most ? Optional.empty() : Optional.of(values);
    }

    /// Of a column of `customer`.
    NavigableMap<LocalDate, Long> days(Field<LocalDate> column) {
        return days(context.select(column, count())
                .from(CUSTOMER)
                .where(column.isNotNull(), known())
                .groupBy(column));
    }

    /// Of an instant in `relation`, in UTC: near enough to see how far they reach.
    NavigableMap<LocalDate, Long> daysOfInstants(Field<?> column) {
        Field<LocalDate> day = column.cast(LocalDate.class).as("utc_day");
        return days(context.select(day, count())
                .from(RELATION)
                .where(column.isNotNull(), mine())
                .groupBy(day));
    }

    List<CustomAttribute> customAttributes(int howMany) {
        Field<String> key = field(name("attribute_name"), String.class);
        Table<?> keys = table(select(field("unnest(map_keys({0}))", String.class, field(name("attributes")))
                                .as(key))
                        .from(CUSTOMER)
                        .where(known()))
                .as("keys");
        return context
                .select(key)
                .from(keys)
                .groupBy(key)
                .orderBy(count().desc(), key)
                .limit(howMany)
                .fetch(0, String.class)
                .stream()
                .filter(CustomAttribute::possible)
                .map(CustomAttribute::new)
                .toList();
    }

    private static NavigableMap<LocalDate, Long> days(
            org.jooq.ResultQuery<org.jooq.Record2<LocalDate, Integer>> query) {
        NavigableMap<LocalDate, Long> days = new TreeMap<>();
        query.forEach(row -> days.put(row.value1(), row.value2().longValue()));
        return days;
    }

    private Condition known() {
        return CUSTOMER_NO.in(select(CUSTOMER_NO).from(RELATION).where(mine()));
    }

    private Condition mine() {
        return BRAND_ID.eq(inline(brand.id().value()));
    }
}
