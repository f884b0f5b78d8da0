package io.waterwheel.customer.profile;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.PURCHASE;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.customer.EventFacts;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.generated.tables.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.QuantifiedSelect;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// The events of the one customer of a query about relations, under whichever of their numbers they stand, as
/// arrays beside it. `event_of_customer` holds all that is asked of most of them; the table, where they lie far apart,
/// is only read for those whose properties are wanted.
final class PresentEvents {

    private static final Comparator<EventFacts> IN_ORDER =
            Comparator.comparing(EventFacts::at).thenComparing(EventFacts::position);

    private static final Field<Long[]> POSITIONS = DSL.field(DSL.name("happened", "positions"), Long[].class);
    private static final Field<Long[]> TIMES = DSL.field(DSL.name("happened", "times"), Long[].class);
    private static final Field<String[]> NAMES = DSL.field(DSL.name("happened", "names"), String[].class);
    private static final Field<@Nullable String[]> PROPERTIES =
            DSL.field(DSL.name("happened", "properties"), String[].class);

    private static final String TOLD = "told";
    private static final String WANTED = "wanted";
    private static final String FROM = "happened_from";
    private static final String TO = "happened_to";

    private PresentEvents() {}

    static Table<?> table() {
        Field<String> properties = DSL.when(EVENT.NAME.eq(any(TOLD)), properties(EVENT.POSITION));
        return DSL.select(
                        DSL.arrayAgg(EVENT.POSITION).as(POSITIONS.getName()),
                        DSL.arrayAgg(PresentPurchases.micros(EVENT.AT)).as(TIMES.getName()),
                        DSL.arrayAgg(EVENT.NAME).as(NAMES.getName()),
                        DSL.arrayAgg(properties).as(PROPERTIES.getName()))
                .from(IDENTIFIER)
                .join(EVENT)
                .on(EVENT.CUSTOMER_NO.eq(IDENTIFIER.NO))
                .where(IDENTIFIER.CUSTOMER_NO.eq(RELATION.CUSTOMER_NO))
                .and(EVENT.BRAND_ID.eq(RELATION.BRAND_ID))
                .and(EVENT.RETRACTED_BY.isNull())
                .and(EVENT.NAME.eq(any(WANTED)))
                .and(EVENT.AT.ge(DSL.param(FROM, Instant.class)))
                .and(EVENT.AT.lt(DSL.param(TO, Instant.class)))
                .and(EVENT.NAME
                        .notIn(EventNames.ORDER_COMPLETED, EventNames.ORDER_REFUNDED)
                        .or(DSL.exists(DSL.selectOne()
                                .from(PURCHASE)
                                .where(PURCHASE.POSITION.eq(EVENT.POSITION))
                                // What was given away is no order.
                                .and(EVENT.NAME.eq(EventNames.ORDER_REFUNDED).or(PURCHASE.AMOUNT.gt(0L))))))
                .asTable("happened");
    }

    private static Field<String> properties(Field<Long> position) {
        Event told = EVENT.as("told");
        return DSL.field(
                DSL.select(told.PROPERTIES.cast(String.class)).from(told).where(told.POSITION.eq(position)));
    }

    private static QuantifiedSelect<Record1<String>> any(String names) {
        return DSL.any(DSL.param(names, String[].class));
    }

    /// Gives the parameters of [#table] their values.
    static void ask(PresentCustomer.Events wanted, Map<String, Object> values) {
        values.put(TOLD, wanted.told().toArray(String[]::new));
        values.put(WANTED, wanted.names().toArray(String[]::new));
        values.put(FROM, wanted.when().from());
        values.put(TO, wanted.when().to());
    }

    static List<SelectField<?>> columns() {
        return List.of(POSITIONS, TIMES, NAMES, PROPERTIES);
    }

    static List<EventFacts> read(Record row) {
        Long[] positions = row.get(POSITIONS);
        if (positions == null) {
            return List.of();
        }
        Long[] times = Objects.requireNonNull(row.get(TIMES));
        String[] names = Objects.requireNonNull(row.get(NAMES));
        @Nullable String[] properties = Objects.requireNonNull(row.get(PROPERTIES));
        List<EventFacts> events = new ArrayList<>(positions.length);
        for (int i = 0; i < positions.length; i++) {
            events.add(new EventFacts(positions[i], names[i], PresentPurchases.instant(times[i]), properties[i]));
        }
        events.sort(IN_ORDER);
        return events;
    }
}
