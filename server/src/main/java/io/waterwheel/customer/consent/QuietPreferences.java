package io.waterwheel.customer.consent;

import static io.waterwheel.customer.generated.Tables.QUIET_PREFERENCE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerChunk;
import io.waterwheel.customer.CustomerState;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The quiet preference in force, per brand and customer. The newest by its own time stands; of two at the same
/// instant the quieter.
@Component
@Order(4)
public class QuietPreferences implements Projection, CustomerState {

    private final DSLContext database;
    private final JsonMapper json;
    private final CustomerZones zones;

    QuietPreferences(DSLContext database, JsonMapper json, CustomerZones zones) {
        this.database = database;
        this.json = json;
        this.zones = zones;
    }

    private record Key(BrandId brand, CustomerNo customer) {}

    public Optional<QuietWish> of(Brand brand, CustomerNo customer) {
        return database.selectFrom(QUIET_PREFERENCE)
                .where(QUIET_PREFERENCE.BRAND_ID.eq(brand.id().value()))
                .and(QUIET_PREFERENCE.CUSTOMER_NO.eq(customer.value()))
                .fetchOptional(QuietPreferences::wish);
    }

    /// Those of `customers` who do not want to hear marketing at that time.
    ///
    /// @param hours whether hours of the day count; a plan for later does not know the hour yet
    public RoaringBitmap quiet(Brand brand, RoaringBitmap customers, Instant at, boolean hours) {
        Condition quiet = QUIET_PREFERENCE
                .BRAND_ID
                .eq(brand.id().value())
                .and(QUIET_PREFERENCE
                        .KIND
                        .eq("always")
                        .or(QUIET_PREFERENCE.KIND.eq("until").and(QUIET_PREFERENCE.UNTIL.gt(at))));
        RoaringBitmap found =
                CustomerChunk.found(customers, chunk -> chunk.found(database, QUIET_PREFERENCE.CUSTOMER_NO, quiet));
        if (hours) {
            hours(brand, customers, at).keySet().forEach(customer -> found.add(customer.value()));
        }
        return found;
    }

    /// Those of `customers` in whose hours of quiet that moment is, and when these end: hours of the day where
    /// the customer lives, or else where the brand is.
    public Map<CustomerNo, Instant> hours(Brand brand, RoaringBitmap customers, Instant at) {
        Map<CustomerNo, QuietSpan> spans = new HashMap<>();
        CustomerChunk.each(
                        customers,
                        chunk -> database.select(
                                        QUIET_PREFERENCE.CUSTOMER_NO,
                                        QUIET_PREFERENCE.HOURS_FROM,
                                        QUIET_PREFERENCE.HOURS_TO)
                                .from(QUIET_PREFERENCE)
                                .where(QUIET_PREFERENCE.BRAND_ID.eq(brand.id().value()))
                                .and(chunk.holds(QUIET_PREFERENCE.CUSTOMER_NO))
                                .and(QUIET_PREFERENCE.KIND.eq("hours"))
                                .fetchMap(
                                        row -> new CustomerNo(row.value1()),
                                        row -> new QuietSpan(
                                                LocalTime.parse(row.value2()), LocalTime.parse(row.value3()))))
                .forEach(spans::putAll);
        Map<CustomerNo, ZoneId> known = zones.of(spans.keySet());
        Map<CustomerNo, Instant> ends = new HashMap<>();
        spans.forEach((customer, span) -> span.endIfQuiet(at, known.getOrDefault(customer, brand.zone()))
                .ifPresent(end -> ends.put(customer, end)));
        return ends;
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        Map<Key, QuietWish> wishes = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null && event.name().equals(EventNames.QUIET_PREFERENCE_SET)) {
                JsonNode told = json.readTree(event.properties());
                String recordedBy = told.path("recorded_by").asString("");
                QuietPreference.read(told)
                        .ifPresent(preference -> wishes.merge(
                                new Key(event.brand(), customer),
                                new QuietWish(
                                        preference,
                                        event.at(),
                                        event.source(),
                                        recordedBy.isEmpty() ? null : recordedBy),
                                QuietWish::orNewer));
            }
        }
        write(transaction, wishes);
    }

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Map<Key, QuietWish> wishes = new LinkedHashMap<>();
        of(transaction, into.keySet())
                .forEach((key, wish) -> wishes.merge(
                        new Key(key.brand, Objects.requireNonNull(into.get(key.customer))), wish, QuietWish::orNewer));
        write(transaction, wishes);
        clear(transaction, into.keySet());
    }

    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        transaction
                .deleteFrom(QUIET_PREFERENCE)
                .where(QUIET_PREFERENCE.CUSTOMER_NO.eq(DSL.any(numbers(customers))))
                .execute();
    }

    /// Called by the log's one writer, so what is read here does not change before it is written.
    private static void write(DSLContext transaction, Map<Key, QuietWish> wishes) {
        if (wishes.isEmpty()) {
            return;
        }
        of(transaction, wishes.keySet().stream().map(Key::customer).toList())
                .forEach((key, wish) -> wishes.computeIfPresent(key, (same, newer) -> newer.orNewer(wish)));
        RowSet rows = new RowSet(QUIET_PREFERENCE.fields());
        wishes.forEach((key, wish) -> rows.row(
                key.brand.value(),
                key.customer.value(),
                wish.preference().kind().code(),
                wish.preference().until(),
                wish.preference().from(),
                wish.preference().to(),
                wish.at(),
                wish.source(),
                wish.recordedBy()));
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(QUIET_PREFERENCE, QUIET_PREFERENCE.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflict(QUIET_PREFERENCE.BRAND_ID, QUIET_PREFERENCE.CUSTOMER_NO)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private static Map<Key, QuietWish> of(DSLContext transaction, Collection<CustomerNo> customers) {
        Map<Key, QuietWish> known = new LinkedHashMap<>();
        transaction
                .select()
                .from(QUIET_PREFERENCE)
                .where(QUIET_PREFERENCE.CUSTOMER_NO.eq(DSL.any(numbers(customers))))
                .forEach(row -> known.put(
                        new Key(
                                new BrandId(row.get(QUIET_PREFERENCE.BRAND_ID)),
                                new CustomerNo(row.get(QUIET_PREFERENCE.CUSTOMER_NO))),
                        wish(row)));
        return known;
    }

    private static QuietWish wish(Record row) {
        return new QuietWish(
                new QuietPreference(
                        QuietPreference.Kind.of(row.get(QUIET_PREFERENCE.KIND)),
                        row.get(QUIET_PREFERENCE.UNTIL),
                        row.get(QUIET_PREFERENCE.HOURS_FROM),
                        row.get(QUIET_PREFERENCE.HOURS_TO)),
                row.get(QUIET_PREFERENCE.AT),
                row.get(QUIET_PREFERENCE.SOURCE),
                row.get(QUIET_PREFERENCE.RECORDED_BY));
    }

    private static Integer[] numbers(Collection<CustomerNo> customers) {
        return customers.stream().map(CustomerNo::value).toArray(Integer[]::new);
    }
}
