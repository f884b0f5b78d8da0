package io.waterwheel.intake.eventcatalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_DAY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_EVENT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY_DAY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_SOURCE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row10;
import org.jooq.Row5;
import org.jooq.Row6;
import org.jooq.Row7;
import org.jooq.impl.DSL;

/// Writes a tally: one statement a table.
final class TallyRows {

    private final List<Row5<Short, String, Long, Instant, Instant>> events = new ArrayList<>();
    private final List<Row6<Short, String, String, Long, Instant, Instant>> sources = new ArrayList<>();
    private final List<Row5<Short, String, LocalDate, Long, Long>> days = new ArrayList<>();
    private final List<Row7<Short, String, String, Boolean, String[], Instant, Instant>> properties = new ArrayList<>();
    private final List<Row10<Short, String, String, LocalDate, Long, Long, Long, Long, Long, Long>> propertyDays =
            new ArrayList<>();

    void add(Tally.Key key, Tally.Name name) {
        events.add(DSL.row(key.brand(), key.name(), name.span.events, name.span.first, name.span.last));
        name.sources.forEach((source, span) ->
                sources.add(DSL.row(key.brand(), key.name(), source, span.events, span.first, span.last)));
        name.days.forEach(
                (day, counts) -> days.add(DSL.row(key.brand(), key.name(), day, counts.events, counts.examined)));
        name.properties.forEach((path, property) -> {
            String[] examples = property.personal
                    ? new String[0]
                    : property.examples.stream().sorted().toArray(String[]::new);
            properties.add(DSL.row(
                    key.brand(),
                    key.name(),
                    path,
                    property.personal,
                    examples,
                    property.span.first,
                    property.span.last));
            property.types.forEach((day, types) -> propertyDays.add(DSL.row(
                    key.brand(),
                    key.name(),
                    path,
                    day,
                    of(types, PropertyType.TEXT),
                    of(types, PropertyType.NUMBER),
                    of(types, PropertyType.BOOLEAN),
                    of(types, PropertyType.TIME),
                    of(types, PropertyType.LIST),
                    of(types, PropertyType.OBJECT))));
        });
    }

    private static Long of(Map<PropertyType, Long> types, PropertyType type) {
        return types.getOrDefault(type, 0L);
    }

    void write(DSLContext transaction) {
        if (events.isEmpty()) {
            return;
        }
        writeEvents(transaction);
        writeSources(transaction);
        writeDays(transaction);
        if (!properties.isEmpty()) {
            writeProperties(transaction);
            writePropertyDays(transaction);
        }
    }

    private void writeEvents(DSLContext transaction) {
        var t = CATALOGUE_EVENT;
        transaction
                .insertInto(t, t.BRAND_ID, t.NAME, t.EVENTS, t.FIRST_AT, t.LAST_AT)
                .valuesOfRows(events)
                .onConflict(t.BRAND_ID, t.NAME)
                .doUpdate()
                .set(t.EVENTS, sum(t.EVENTS))
                .set(t.FIRST_AT, DSL.least(t.FIRST_AT, DSL.excluded(t.FIRST_AT)))
                .set(t.LAST_AT, DSL.greatest(t.LAST_AT, DSL.excluded(t.LAST_AT)))
                .execute();
    }

    private void writeSources(DSLContext transaction) {
        var t = CATALOGUE_SOURCE;
        transaction
                .insertInto(t, t.BRAND_ID, t.NAME, t.SOURCE, t.EVENTS, t.FIRST_AT, t.LAST_AT)
                .valuesOfRows(sources)
                .onConflict(t.BRAND_ID, t.NAME, t.SOURCE)
                .doUpdate()
                .set(t.EVENTS, sum(t.EVENTS))
                .set(t.FIRST_AT, DSL.least(t.FIRST_AT, DSL.excluded(t.FIRST_AT)))
                .set(t.LAST_AT, DSL.greatest(t.LAST_AT, DSL.excluded(t.LAST_AT)))
                .execute();
    }

    private void writeDays(DSLContext transaction) {
        var t = CATALOGUE_DAY;
        transaction
                .insertInto(t, t.BRAND_ID, t.NAME, t.DAY, t.EVENTS, t.EXAMINED)
                .valuesOfRows(days)
                .onConflict(t.BRAND_ID, t.NAME, t.DAY)
                .doUpdate()
                .set(t.EVENTS, sum(t.EVENTS))
                .set(t.EXAMINED, sum(t.EXAMINED))
                .execute();
    }

    private void writeProperties(DSLContext transaction) {
        var t = CATALOGUE_PROPERTY;
        Field<Boolean> personal = DSL.field(DSL.condition(t.PERSONAL).or(DSL.condition(DSL.excluded(t.PERSONAL))));
        Field<String[]> examples = DSL.field(
                "(select coalesce(array_agg(one), '{}') from (select distinct unnest({0} || {1}) as one"
                        + " order by one limit 5) as few where not {2})",
                String[].class, t.EXAMPLES, DSL.excluded(t.EXAMPLES), personal);
        transaction
                .insertInto(t, t.BRAND_ID, t.NAME, t.PROPERTY, t.PERSONAL, t.EXAMPLES, t.FIRST_AT, t.LAST_AT)
                .valuesOfRows(properties)
                .onConflict(t.BRAND_ID, t.NAME, t.PROPERTY)
                .doUpdate()
                .set(t.PERSONAL, personal)
                .set(t.EXAMPLES, examples)
                .set(t.FIRST_AT, DSL.least(t.FIRST_AT, DSL.excluded(t.FIRST_AT)))
                .set(t.LAST_AT, DSL.greatest(t.LAST_AT, DSL.excluded(t.LAST_AT)))
                .execute();
    }

    private void writePropertyDays(DSLContext transaction) {
        var t = CATALOGUE_PROPERTY_DAY;
        transaction
                .insertInto(
                        t,
                        t.BRAND_ID,
                        t.NAME,
                        t.PROPERTY,
                        t.DAY,
                        t.AS_TEXT,
                        t.AS_NUMBER,
                        t.AS_BOOLEAN,
                        t.AS_TIME,
                        t.AS_LIST,
                        t.AS_OBJECT)
                .valuesOfRows(propertyDays)
                .onConflict(t.BRAND_ID, t.NAME, t.PROPERTY, t.DAY)
                .doUpdate()
                .set(t.AS_TEXT, sum(t.AS_TEXT))
                .set(t.AS_NUMBER, sum(t.AS_NUMBER))
                .set(t.AS_BOOLEAN, sum(t.AS_BOOLEAN))
                .set(t.AS_TIME, sum(t.AS_TIME))
                .set(t.AS_LIST, sum(t.AS_LIST))
                .set(t.AS_OBJECT, sum(t.AS_OBJECT))
                .execute();
    }

    private static Field<Long> sum(Field<Long> column) {
        return column.plus(DSL.excluded(column));
    }
}
