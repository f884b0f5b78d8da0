package io.waterwheel.intake.eventcatalogue;

import static io.waterwheel.intake.generated.Tables.CATALOGUE_DAY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_EVENT;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY;
import static io.waterwheel.intake.generated.Tables.CATALOGUE_PROPERTY_DAY;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.LogConsumer;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Learns the catalogue behind the log, so that learning costs no sender anything.
@Component
class Learning implements LogConsumer {

    /// A sender that puts an order's number into the name would otherwise make a table of numbers.
    static final int NAMES_MOST = 1_000;

    static final int PROPERTIES_MOST = 200;
    static final int DAYS_KEPT = 40;

    private final Brands brands;
    private final PropertyWalk walk;
    private final SharedValues values = new SharedValues();
    private @Nullable LocalDate pruned;

    Learning(Brands brands, JsonMapper json) {
        this.brands = brands;
        this.walk = new PropertyWalk(json);
    }

    @Override
    public String name() {
        return "event-catalogue";
    }

    /// Nobody waits for counts.
    @Override
    public Duration gather() {
        return Duration.ofMillis(500);
    }

    @Override
    public void consume(DSLContext transaction, List<LoggedEvent> events) {
        Map<BrandId, ZoneId> zones = new HashMap<>();
        Tally tally = new Tally(
                walk,
                values,
                event -> LocalDate.ofInstant(
                        event.receivedAt(),
                        zones.computeIfAbsent(
                                event.brand(), id -> brands.get(id).zone())));
        events.forEach(tally::add);
        TallyRows rows = new TallyRows();
        Map<Short, Set<String>> known = new HashMap<>();
        tally.names().forEach((key, name) -> {
            Set<String> names = known.computeIfAbsent(key.brand(), brand -> names(transaction, brand));
            if (names.contains(key.name()) || (names.size() < NAMES_MOST && names.add(key.name()))) {
                bound(transaction, key, name);
                rows.add(key, name);
            }
        });
        rows.write(transaction);
        prune(transaction, LocalDate.ofInstant(events.getLast().receivedAt(), java.time.ZoneOffset.UTC));
    }

    private static Set<String> names(DSLContext transaction, short brand) {
        return transaction
                .select(CATALOGUE_EVENT.NAME)
                .from(CATALOGUE_EVENT)
                .where(CATALOGUE_EVENT.BRAND_ID.eq(brand))
                .fetchSet(CATALOGUE_EVENT.NAME);
    }

    /// Leaves out properties beyond what one name may have.
    private static void bound(DSLContext transaction, Tally.Key key, Tally.Name name) {
        if (name.properties.isEmpty()) {
            return;
        }
        Set<String> known = transaction
                .select(CATALOGUE_PROPERTY.PROPERTY)
                .from(CATALOGUE_PROPERTY)
                .where(CATALOGUE_PROPERTY.BRAND_ID.eq(key.brand()))
                .and(CATALOGUE_PROPERTY.NAME.eq(key.name()))
                .fetchSet(CATALOGUE_PROPERTY.PROPERTY);
        name.properties
                .keySet()
                .removeIf(path -> !known.contains(path) && (known.size() >= PROPERTIES_MOST || !known.add(path)));
    }

    /// Once a day of the log's own time: a catalogue that reads a long log anew must not write what it deletes
    /// again.
    private void prune(DSLContext transaction, LocalDate today) {
        if (pruned != null && !today.isAfter(pruned)) {
            return;
        }
        LocalDate oldest = today.minusDays(DAYS_KEPT);
        transaction
                .deleteFrom(CATALOGUE_DAY)
                .where(CATALOGUE_DAY.DAY.lt(oldest))
                .execute();
        transaction
                .deleteFrom(CATALOGUE_PROPERTY_DAY)
                .where(CATALOGUE_PROPERTY_DAY.DAY.lt(oldest))
                .execute();
        pruned = today;
    }
}
