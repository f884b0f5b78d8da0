package io.waterwheel.intake.eventcatalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_DAY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_EVENT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY_DAY;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.generated.tables.records.CatalogueEventRecord;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads streams of events back from the catalogue's tables.
@Component
class CatalogueReader {

    private final DSLContext database;

    CatalogueReader(DSLContext database) {
        this.database = database;
    }

    /// @param total events of all time
    record Learnt(EventStream stream, long total) {}

    /// @param name null for all names
    /// @param from the first day that matters
    List<Learnt> streams(Brand brand, @Nullable String name, LocalDate from) {
        short id = brand.id().value();
        Map<String, Map<LocalDate, EventStream.Day>> days = new HashMap<>();
        database.selectFrom(CATALOGUE_DAY)
                .where(CATALOGUE_DAY.BRAND_ID.eq(id))
                .and(name == null ? DSL.noCondition() : CATALOGUE_DAY.NAME.eq(name))
                .and(CATALOGUE_DAY.DAY.ge(from))
                .forEach(row -> days.computeIfAbsent(row.getName(), absent -> new HashMap<>())
                        .put(row.getDay(), new EventStream.Day(row.getEvents(), row.getExamined())));
        Map<String, Map<String, Map<LocalDate, EventStream.Types>>> properties = properties(id, name, from);
        Condition which = CATALOGUE_EVENT.BRAND_ID.eq(id);
        return database.selectFrom(CATALOGUE_EVENT)
                .where(name == null ? which : which.and(CATALOGUE_EVENT.NAME.eq(name)))
                .fetch(row -> learnt(brand, row, days, properties));
    }

    private static Learnt learnt(
            Brand brand,
            CatalogueEventRecord row,
            Map<String, Map<LocalDate, EventStream.Day>> days,
            Map<String, Map<String, Map<LocalDate, EventStream.Types>>> properties) {
        EventStream stream = new EventStream(
                row.getName(),
                row.getFirstAt(),
                row.getLastAt(),
                brand.dayOf(row.getLastAt()),
                days.getOrDefault(row.getName(), Map.of()),
                properties.getOrDefault(row.getName(), Map.of()));
        return new Learnt(stream, row.getEvents());
    }

    private Map<String, Map<String, Map<LocalDate, EventStream.Types>>> properties(
            short brand, @Nullable String name, LocalDate from) {
        Map<String, Map<String, Map<LocalDate, EventStream.Types>>> properties = new HashMap<>();
        database.selectFrom(CATALOGUE_PROPERTY_DAY)
                .where(CATALOGUE_PROPERTY_DAY.BRAND_ID.eq(brand))
                .and(name == null ? DSL.noCondition() : CATALOGUE_PROPERTY_DAY.NAME.eq(name))
                .and(CATALOGUE_PROPERTY_DAY.DAY.ge(from))
                .forEach(row -> properties
                        .computeIfAbsent(row.getName(), absent -> new HashMap<>())
                        .computeIfAbsent(row.getProperty(), absent -> new HashMap<>())
                        .put(row.getDay(), types(row)));
        return properties;
    }

    private static EventStream.Types types(Record row) {
        Map<PropertyType, Long> counts = new EnumMap<>(PropertyType.class);
        for (PropertyType type : PropertyType.values()) {
            long count = switch (type) {
                case TEXT -> row.get(CATALOGUE_PROPERTY_DAY.AS_TEXT);
                case NUMBER -> row.get(CATALOGUE_PROPERTY_DAY.AS_NUMBER);
                case BOOLEAN -> row.get(CATALOGUE_PROPERTY_DAY.AS_BOOLEAN);
                case TIME -> row.get(CATALOGUE_PROPERTY_DAY.AS_TIME);
                case LIST -> row.get(CATALOGUE_PROPERTY_DAY.AS_LIST);
                case OBJECT -> row.get(CATALOGUE_PROPERTY_DAY.AS_OBJECT);
            };
            if (count > 0) {
                counts.put(type, count);
            }
        }
        return new EventStream.Types(counts);
    }
}
