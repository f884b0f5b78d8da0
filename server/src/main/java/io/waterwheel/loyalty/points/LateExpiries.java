package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.LOT;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tells at once of points that members get when less than thirty days are left to spend them: earned shortly before
/// a yearly expiry, granted for some days, or given back. An account that was told of the day is not told again.
@Component
class LateExpiries extends EntryReader {

    private static final int BATCH = 2_000;

    private static final Field<BigDecimal> LOST = DSL.field(DSL.name("lost"), BigDecimal.class);

    private final Brands brands;
    private final ExpiryEvents events;
    private final EventLog log;
    private final InstantSource clock;

    LateExpiries(DSLContext database, Brands brands, ExpiryEvents events, EventLog log, InstantSource clock) {
        super("points-expiring-soon", "expiring", database);
        this.brands = brands;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    @Override
    protected Read read(DSLContext transaction, long after) {
        List<Long> entries = transaction
                .select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.ID.gt(after))
                .orderBy(ENTRY.ID)
                .limit(BATCH)
                .fetch(ENTRY.ID);
        if (entries.isEmpty()) {
            return new Read(after, false);
        }
        log.append(told(arrived(transaction, after, entries.getLast())));
        return new Read(entries.getLast(), entries.size() == BATCH);
    }

    /// The accounts that points came to which are lost within the thirty days, or a day of another zone later; with
    /// all that they lose at that time.
    private List<? extends Record> arrived(DSLContext transaction, long after, long last) {
        Instant now = clock.instant();
        var other = LOT.as("other");
        return transaction
                .selectDistinct(
                        LOT.BRAND_ID,
                        LOT.OPENED_NO,
                        ACCOUNT.CUSTOMER_NO,
                        LOT.EXPIRES_AT,
                        DSL.field(DSL.select(DSL.sum(other.REMAINING))
                                        .from(other)
                                        .where(
                                                other.BRAND_ID.eq(LOT.BRAND_ID),
                                                other.OPENED_NO.eq(LOT.OPENED_NO),
                                                other.EXPIRES_AT.eq(LOT.EXPIRES_AT),
                                                DSL.condition(other.OPEN)))
                                .as(LOST))
                .from(LOT)
                .join(ACCOUNT)
                .on(ACCOUNT.BRAND_ID.eq(LOT.BRAND_ID), ACCOUNT.OPENED_NO.eq(LOT.OPENED_NO))
                .where(
                        LOT.ID.in(DSL.select(POSTING.LOT_ID)
                                .from(POSTING)
                                .where(
                                        POSTING.ENTRY_ID.gt(after),
                                        POSTING.ENTRY_ID.le(last),
                                        POSTING.AMOUNT.gt(0L),
                                        POSTING.ACCOUNT.in(Side.AVAILABLE.code(), Side.PENDING.code()))),
                        DSL.condition(LOT.OPEN),
                        LOT.EXPIRES_AT.gt(now),
                        LOT.EXPIRES_AT.lt(now.plus(Duration.ofDays(ExpiryNotices.DAYS + 2L))))
                .orderBy(LOT.OPENED_NO, LOT.EXPIRES_AT)
                .fetch();
    }

    private List<NewEvent> told(List<? extends Record> lots) {
        Map<Lost, Long> lost = new LinkedHashMap<>();
        Map<Short, Brand> known = new HashMap<>();
        brands.all().forEach(brand -> known.put(brand.id().value(), brand));
        for (Record lot : lots) {
            Brand brand = known.get(lot.get(LOT.BRAND_ID));
            if (brand != null) {
                LocalDate day = brand.dayOf(lot.get(LOT.EXPIRES_AT));
                if (!day.isAfter(brand.dayOf(clock.instant()).plusDays(ExpiryNotices.DAYS))) {
                    lost.merge(
                            new Lost(
                                    brand,
                                    new CustomerNo(lot.get(LOT.OPENED_NO)),
                                    new CustomerNo(lot.get(ACCOUNT.CUSTOMER_NO)),
                                    day),
                            lot.get(LOST).longValueExact(),
                            Long::sum);
                }
            }
        }
        return lost.entrySet().stream()
                .map(one -> events.of(
                        one.getKey().brand(),
                        one.getKey().opened(),
                        one.getKey().customer(),
                        one.getKey().day(),
                        one.getValue()))
                .toList();
    }

    private record Lost(Brand brand, CustomerNo opened, CustomerNo customer, LocalDate day) {}
}
