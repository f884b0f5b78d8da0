package io.waterwheel.intake.quality;

import static io.waterwheel.intake.generated.Tables.REFUSED_VALUE;
import static io.waterwheel.intake.generated.Tables.SOURCE_DAY;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Counts behind the log what each source sends on each day, so that counting costs the sender nothing.
@Component
class QualityCounts implements LogConsumer {

    static final Duration LATE = Duration.ofDays(1);

    private final Vault vault;
    private final JsonMapper json;

    QualityCounts(Vault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    @Override
    public String name() {
        return "data-quality";
    }

    private record Day(short brand, String source, LocalDate day) implements Comparable<Day> {

        private static final Comparator<Day> ORDER =
                Comparator.comparing(Day::brand).thenComparing(Day::source).thenComparing(Day::day);

        @Override
        public int compareTo(Day other) {
            return ORDER.compare(this, other);
        }
    }

    private record Refused(Day day, RefusedValues.Found value) {}

    private static final class Counts {

        private long events;
        private long late;
        private long orders;
        private long orphans;
        private long lag;

        void add(LoggedEvent event) {
            events++;
            Duration took = Duration.between(event.at(), event.receivedAt());
            if (took.compareTo(LATE) > 0) {
                late++;
            } else {
                lag += Math.max(0, took.toMillis());
            }
            if (event.name().equals(EventNames.ORDER_COMPLETED)) {
                orders++;
                if (event.customer() == null) {
                    orphans++;
                }
            }
        }
    }

    /// Nobody waits for counts.
    @Override
    public Duration gather() {
        return Duration.ofMillis(500);
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        // Ordered, so that two nodes would lock rows in the same order.
        Map<Day, Counts> days = new TreeMap<>();
        Map<Refused, Long> refused = new TreeMap<>(Comparator.comparing(Refused::day)
                .thenComparing(one -> one.value().attribute())
                .thenComparing(one -> one.value().kind())
                .thenComparing(one -> one.value().value()));
        for (LoggedEvent event : events) {
            Day day = new Day(
                    event.brand().value(), event.source(), LocalDate.ofInstant(event.receivedAt(), ZoneOffset.UTC));
            days.computeIfAbsent(day, first -> new Counts()).add(event);
            if (event.name().equals(EventNames.IDENTIFIED)) {
                RefusedValues.in(event, json.readTree(event.properties()), vault)
                        .forEach(value -> refused.merge(new Refused(day, value), 1L, Long::sum));
            }
        }
        writeDays(transaction, days);
        if (!refused.isEmpty()) {
            writeRefused(transaction, refused);
        }
    }

    private static void writeDays(DSLContext transaction, Map<Day, Counts> days) {
        RowSet rows = new RowSet(SOURCE_DAY.fields());
        days.forEach((day, counts) -> rows.row(
                day.brand, day.source, day.day, counts.events, counts.late, counts.orders, counts.orphans, counts.lag));
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(SOURCE_DAY, SOURCE_DAY.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(SOURCE_DAY.BRAND_ID, SOURCE_DAY.SOURCE, SOURCE_DAY.DAY)
                .doUpdate()
                .set(SOURCE_DAY.EVENTS, SOURCE_DAY.EVENTS.plus(DSL.excluded(SOURCE_DAY.EVENTS)))
                .set(SOURCE_DAY.LATE, SOURCE_DAY.LATE.plus(DSL.excluded(SOURCE_DAY.LATE)))
                .set(SOURCE_DAY.ORDERS, SOURCE_DAY.ORDERS.plus(DSL.excluded(SOURCE_DAY.ORDERS)))
                .set(SOURCE_DAY.ORPHANS, SOURCE_DAY.ORPHANS.plus(DSL.excluded(SOURCE_DAY.ORPHANS)))
                .set(SOURCE_DAY.LAG_MS, SOURCE_DAY.LAG_MS.plus(DSL.excluded(SOURCE_DAY.LAG_MS)))
                .execute();
    }

    private static void writeRefused(DSLContext transaction, Map<Refused, Long> refused) {
        RowSet rows = new RowSet(REFUSED_VALUE.fields());
        refused.forEach((one, times) -> rows.row(
                one.day.brand,
                one.day.source,
                one.day.day,
                one.value.attribute(),
                one.value.kind().code(),
                one.value.value(),
                times));
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(REFUSED_VALUE, REFUSED_VALUE.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(
                        REFUSED_VALUE.BRAND_ID,
                        REFUSED_VALUE.SOURCE,
                        REFUSED_VALUE.DAY,
                        REFUSED_VALUE.ATTRIBUTE,
                        REFUSED_VALUE.REASON,
                        REFUSED_VALUE.VALUE)
                .doUpdate()
                .set(REFUSED_VALUE.TIMES, REFUSED_VALUE.TIMES.plus(DSL.excluded(REFUSED_VALUE.TIMES)))
                .execute();
    }
}
