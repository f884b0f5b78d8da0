package io.waterwheel.intake.quality;

import static io.waterwheel.intake.generated.Tables.QUALITY_REPORT;
import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.intake.generated.Tables.REFUSED_VALUE;
import static io.waterwheel.intake.generated.Tables.SOURCE;
import static io.waterwheel.intake.generated.Tables.SOURCE_DAY;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerQuality;
import io.waterwheel.customer.CustomerQuality.Coverage;
import io.waterwheel.intake.SourceKind;
import io.waterwheel.intake.quality.DataQuality.RefusedValue;
import io.waterwheel.intake.quality.DataQuality.SourceQuality;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts a brand's data quality together from what was counted behind the log and what the last measurement found.
@Component
public class QualityPages {

    static final int DAYS = 30;
    private static final int REFUSED_MOST = 200;

    private final DSLContext database;
    private final CustomerQuality customers;
    private final MeasureQuality measuring;
    private final InstantSource clock;
    private final JsonMapper json;

    QualityPages(
            DSLContext database,
            CustomerQuality customers,
            MeasureQuality measuring,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.measuring = measuring;
        this.clock = clock;
        this.json = json;
    }

    public DataQuality of(Brand brand) {
        LocalDate from = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS - 1L);
        var report = database.selectFrom(QUALITY_REPORT)
                .where(QUALITY_REPORT.BRAND_ID.eq(brand.id().value()))
                .fetchOne();
        return new DataQuality(
                DAYS,
                sources(brand, from),
                refused(brand, from),
                customers.openSuggestions(brand.id()),
                report == null ? null : report.getMeasuredAt(),
                report == null ? null : json.readValue(report.getReport().data(), Coverage.class),
                measuring.active(brand));
    }

    private List<SourceQuality> sources(Brand brand, LocalDate from) {
        Map<String, Record> known = new TreeMap<>();
        database.select(SOURCE.NAME, SOURCE.KIND, SOURCE.LAST_EVENT_AT)
                .from(SOURCE)
                .where(SOURCE.BRAND_ID.eq(brand.id().value()))
                .forEach(row -> known.put(row.value1(), row));
        Map<String, Record> counted = new TreeMap<>();
        database.select(
                        SOURCE_DAY.SOURCE,
                        DSL.sum(SOURCE_DAY.EVENTS).cast(Long.class).as(SOURCE_DAY.EVENTS),
                        DSL.sum(SOURCE_DAY.LATE).cast(Long.class).as(SOURCE_DAY.LATE),
                        DSL.sum(SOURCE_DAY.ORDERS).cast(Long.class).as(SOURCE_DAY.ORDERS),
                        DSL.sum(SOURCE_DAY.ORPHANS).cast(Long.class).as(SOURCE_DAY.ORPHANS),
                        DSL.sum(SOURCE_DAY.LAG_MS).cast(Long.class).as(SOURCE_DAY.LAG_MS))
                .from(SOURCE_DAY)
                .where(SOURCE_DAY.BRAND_ID.eq(brand.id().value()))
                .and(SOURCE_DAY.DAY.ge(from))
                .groupBy(SOURCE_DAY.SOURCE)
                .forEach(row -> counted.put(row.get(SOURCE_DAY.SOURCE), row));
        Map<String, Long> quarantined = new HashMap<>();
        database.select(SOURCE.NAME, DSL.count())
                .from(QUARANTINE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(QUARANTINE.SOURCE_ID))
                .where(SOURCE.BRAND_ID.eq(brand.id().value()))
                .and(QUARANTINE.STATE.eq("open"))
                .groupBy(SOURCE.NAME)
                .forEach(row -> quarantined.put(row.value1(), row.value2().longValue()));
        TreeSet<String> names = new TreeSet<>(known.keySet());
        names.addAll(counted.keySet());
        return names.stream()
                .map(name -> source(name, known.get(name), counted.get(name), quarantined.getOrDefault(name, 0L)))
                .toList();
    }

    private static SourceQuality source(
            String name, @Nullable Record known, @Nullable Record counted, long quarantined) {
        long events = counted == null ? 0 : counted.get(SOURCE_DAY.EVENTS);
        long late = counted == null ? 0 : counted.get(SOURCE_DAY.LATE);
        Instant last = known == null ? null : known.get(SOURCE.LAST_EVENT_AT);
        return new SourceQuality(
                name,
                known == null ? null : SourceKind.of(known.get(SOURCE.KIND)),
                last,
                events,
                late,
                counted == null || events == late ? null : counted.get(SOURCE_DAY.LAG_MS) / (events - late),
                counted == null ? 0 : counted.get(SOURCE_DAY.ORDERS),
                counted == null ? 0 : counted.get(SOURCE_DAY.ORPHANS),
                quarantined);
    }

    private List<RefusedValue> refused(Brand brand, LocalDate from) {
        var times = DSL.sum(REFUSED_VALUE.TIMES);
        return database.select(
                        REFUSED_VALUE.SOURCE, REFUSED_VALUE.ATTRIBUTE, REFUSED_VALUE.REASON, REFUSED_VALUE.VALUE, times)
                .from(REFUSED_VALUE)
                .where(REFUSED_VALUE.BRAND_ID.eq(brand.id().value()))
                .and(REFUSED_VALUE.DAY.ge(from))
                .groupBy(REFUSED_VALUE.SOURCE, REFUSED_VALUE.ATTRIBUTE, REFUSED_VALUE.REASON, REFUSED_VALUE.VALUE)
                .orderBy(
                        times.desc(),
                        REFUSED_VALUE.SOURCE,
                        REFUSED_VALUE.ATTRIBUTE,
                        REFUSED_VALUE.REASON,
                        REFUSED_VALUE.VALUE)
                .limit(REFUSED_MOST)
                .fetch(row -> new RefusedValue(
                        row.value1(),
                        row.value2(),
                        RefusedKind.of(row.value3()),
                        row.value4(),
                        row.value5().longValue()));
    }
}
