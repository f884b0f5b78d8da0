package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.CustomAttribute;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Which values a brand's customers have, the most frequent first.
@Component
public class AttributeValues {

    private static final int MOST_VALUES = 20;
    private static final int MOST_CUSTOM_ATTRIBUTES = 200;

    private static final Field<String> NAME = field(name("attribute_name"), String.class);
    private static final Field<String> VALUE = field(name("attribute_value"), String.class);
    private static final Field<Integer> CUSTOMERS = field(name("customers"), Integer.class);
    private static final Field<Integer> PLACE = field(name("place"), Integer.class);

    private final Warehouse warehouse;

    AttributeValues(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// @param value what customers have
    /// @param count how many of the brand's customers
    public record Suggestion(String value, long count) {}

    /// Text attributes that some customer of the brand has, and all standard ones, with their twenty commonest values.
    public Map<Attribute, List<Suggestion>> of(Brand brand) {
        return warehouse.read(context -> {
            Map<Attribute, List<Suggestion>> values = new LinkedHashMap<>();
            for (StandardAttribute attribute : StandardAttribute.values()) {
                values.put(
                        attribute,
                        switch (attribute) {
                            case CITY, PROVINCE, GENDER -> common(context, brand, TextScan.column(attribute));
                            case REACHABLE_BY_WECOM -> flags(context, brand, WECOM);
                            case REACHABLE_BY_EMAIL -> flags(context, brand, EMAIL);
                            case BIRTHDAY, MEMBER_SINCE, FIRST_SEEN_AT, LAST_SEEN_AT -> List.of();
                        });
            }
            custom(context, brand, values);
            return values;
        });
    }

    private static List<Suggestion> common(DSLContext context, Brand brand, Field<String> column) {
        return context.select(column, count().as(CUSTOMERS))
                .from(CUSTOMER)
                .where(column.isNotNull(), known(brand))
                .groupBy(column)
                .orderBy(count().desc(), column)
                .limit(MOST_VALUES)
                .fetch(row -> new Suggestion(row.value1(), row.value2()));
    }

    private static List<Suggestion> flags(DSLContext context, Brand brand, Field<Boolean> column) {
        return context.select(column, count().as(CUSTOMERS))
                .from(RELATION)
                .where(BRAND_ID.eq(inline(brand.id().value())))
                .groupBy(column)
                .orderBy(column.desc())
                .fetch(row -> new Suggestion(row.value1().toString(), row.value2()));
    }

    private static void custom(DSLContext context, Brand brand, Map<Attribute, List<Suggestion>> values) {
        Table<?> entries = table(select(field("unnest(map_entries({0}))", Object.class, field(name("attributes")))
                                .as("entry"))
                        .from(CUSTOMER)
                        .where(known(brand)))
                .as("entries");
        var ranked = select(
                        NAME,
                        VALUE,
                        count().as(CUSTOMERS),
                        rowNumber()
                                .over()
                                .partitionBy(NAME)
                                .orderBy(count().desc(), VALUE)
                                .as(PLACE))
                .from(select(
                                field("entries.entry.key", String.class).as(NAME),
                                field("entries.entry.value", String.class).as(VALUE))
                        .from(entries)
                        .asTable("pairs"))
                .groupBy(NAME, VALUE)
                .asTable("ranked");
        context.select(NAME, VALUE, CUSTOMERS)
                .from(ranked)
                .where(PLACE.le(inline(MOST_VALUES)))
                .orderBy(NAME, PLACE)
                .limit(MOST_VALUES * MOST_CUSTOM_ATTRIBUTES)
                .forEach(row -> {
                    if (CustomAttribute.possible(row.value1())) {
                        values.computeIfAbsent(new CustomAttribute(row.value1()), _ -> new ArrayList<>())
                                .add(new Suggestion(row.value2(), row.value3()));
                    }
                });
    }

    private static org.jooq.Condition known(Brand brand) {
        return CUSTOMER_NO.in(select(CUSTOMER_NO)
                .from(RELATION)
                .where(BRAND_ID.eq(inline(brand.id().value()))));
    }
}
