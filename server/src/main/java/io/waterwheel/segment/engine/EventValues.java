package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.engine.AttributeValues.Suggestion;
import io.waterwheel.segment.language.TextMatch;
import io.waterwheel.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/// Which events a brand has, the most frequent first, and what they say.
@Component
public class EventValues {

    private static final int MOST_EVENTS = 500;
    private static final int MOST_VALUES = 20;

    /// Properties are learnt from the newest events, so that asking costs the same on a log of any length.
    private static final long NEWEST = 200_000;

    /// A value that fewer customers share may tell of one of them.
    private static final int CUSTOMERS_LEAST = 3;

    private static final Field<Object> ENTRY = field(name("entry"));
    private static final Field<String> PROPERTY = field(name("property"), String.class);
    private static final Field<String> VALUE = field(name("property_value"), String.class);
    private static final Field<Integer> EVENTS = field(name("events"), Integer.class);
    private static final Field<Integer> CUSTOMERS = field(name("customers"), Integer.class);
    private static final Field<Integer> PLACE = field(name("place"), Integer.class);

    private final Warehouse warehouse;

    EventValues(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// @param event      its name
    /// @param count      how many there are
    /// @param properties what the newest ones say
    public record KnownEvent(String event, long count, List<KnownProperty> properties) {}

    /// @param property    its path
    /// @param number      whether all its commonest values are numbers
    /// @param suggestions those of its twenty commonest values that at least three customers share
    public record KnownProperty(String property, boolean number, List<Suggestion> suggestions) {}

    public List<KnownEvent> of(Brand brand) {
        return warehouse.read(context -> {
            Map<String, Collection<KnownProperty>> properties = properties(context, brand);
            return context.select(EVENT_NAME, count())
                    .from(EVENT)
                    .where(BRAND_ID.eq(inline(brand.id().value())), CUSTOMER_NO.isNotNull())
                    .groupBy(EVENT_NAME)
                    .orderBy(count().desc(), EVENT_NAME)
                    .limit(MOST_EVENTS)
                    .fetch(row -> new KnownEvent(
                            row.value1(), row.value2(), List.copyOf(properties.getOrDefault(row.value1(), List.of()))));
        });
    }

    private static Map<String, Collection<KnownProperty>> properties(DSLContext context, Brand brand) {
        var entries = select(
                        EVENT_NAME,
                        CUSTOMER_NO,
                        field("unnest(map_entries({0}))", Object.class, field(name("properties")))
                                .as(ENTRY))
                .from(EVENT)
                .where(
                        BRAND_ID.eq(inline(brand.id().value())),
                        CUSTOMER_NO.isNotNull(),
                        POSITION.gt(inline(DataState.read(context).position() - NEWEST)))
                .asTable("entries");
        var pairs = select(
                        EVENT_NAME,
                        CUSTOMER_NO,
                        field("entries.entry.key", String.class).as(PROPERTY),
                        field("unnest(entries.entry.value)", String.class).as(VALUE))
                .from(entries)
                .asTable("pairs");
        var ranked = select(
                        EVENT_NAME,
                        PROPERTY,
                        VALUE,
                        count().as(EVENTS),
                        countDistinct(CUSTOMER_NO).as(CUSTOMERS),
                        rowNumber()
                                .over()
                                .partitionBy(EVENT_NAME, PROPERTY)
                                .orderBy(count().desc(), VALUE)
                                .as(PLACE))
                .from(pairs)
                .groupBy(EVENT_NAME, PROPERTY, VALUE)
                .asTable("ranked");
        Map<String, Map<String, Learnt>> learnt = new LinkedHashMap<>();
        context.select(EVENT_NAME, PROPERTY, VALUE, EVENTS, CUSTOMERS)
                .from(ranked)
                .where(PLACE.le(inline(MOST_VALUES)))
                .orderBy(EVENT_NAME, PROPERTY, PLACE)
                .forEach(row -> learnt.computeIfAbsent(row.value1(), event -> new LinkedHashMap<>())
                        .computeIfAbsent(row.value2(), Learnt::new)
                        .add(row.value3(), row.value4(), row.value5()));
        Map<String, Collection<KnownProperty>> known = new LinkedHashMap<>();
        learnt.forEach((event, properties) ->
                known.put(event, properties.values().stream().map(Learnt::known).toList()));
        return known;
    }

    /// One property while its values come in.
    private static final class Learnt {

        private final String property;
        private final List<Suggestion> shared = new ArrayList<>();
        private boolean number = true;

        Learnt(String property) {
            this.property = property;
        }

        void add(String value, int events, int customers) {
            number &= TextMatch.isNumber(value);
            if (customers >= CUSTOMERS_LEAST) {
                shared.add(new Suggestion(value, events));
            }
        }

        KnownProperty known() {
            return new KnownProperty(property, number, List.copyOf(shared));
        }
    }
}
