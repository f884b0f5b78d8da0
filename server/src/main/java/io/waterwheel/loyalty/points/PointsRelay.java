package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.LOT;
import static io.waterwheel.loyalty.generated.Tables.READING_PLACE;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Worker;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tells the event log what was booked. Entries are numbered in commit order, so it only keeps the number it
/// has come to; after a kill the log leaves out what it has.
@Component
class PointsRelay extends Worker {

    private static final String READER = "events";
    private static final int BATCH = 2_000;
    private static final Duration EVERY = Duration.ofMillis(300);

    private final DSLContext database;
    private final EventLog log;

    PointsRelay(DSLContext database, EventLog log) {
        super("points-relay", EVERY);
        this.database = database;
        this.log = log;
    }

    @Override
    protected boolean work() {
        long read = place(database).fetchOptional(READING_PLACE.ENTRY_ID).orElse(0L);
        if (!database.fetchExists(ENTRY, ENTRY.ID.gt(read))) {
            return false;
        }
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction
                    .insertInto(READING_PLACE)
                    .set(READING_PLACE.READER, READER)
                    .set(READING_PLACE.ENTRY_ID, 0L)
                    .onConflictDoNothing()
                    .execute();
            // Another node that is at it is let go on.
            Long place = place(transaction).forUpdate().skipLocked().fetchOne(READING_PLACE.ENTRY_ID);
            return place != null && relay(transaction, place);
        });
    }

    private static SelectConditionStep<Record1<Long>> place(DSLContext database) {
        return database.select(READING_PLACE.ENTRY_ID).from(READING_PLACE).where(READING_PLACE.READER.eq(READER));
    }

    private boolean relay(DSLContext transaction, long place) {
        List<? extends Record> rows = transaction
                .select(
                        ENTRY.ID,
                        ENTRY.BRAND_ID,
                        ENTRY.KEY,
                        ENTRY.KIND,
                        ENTRY.ASKED,
                        ENTRY.POINTS,
                        ENTRY.AT,
                        ENTRY.REASON,
                        ENTRY.DETAILS,
                        ACCOUNT.CUSTOMER_NO,
                        LOT.EXPIRES_AT)
                .from(ENTRY)
                .join(ACCOUNT)
                .on(ACCOUNT.BRAND_ID.eq(ENTRY.BRAND_ID), ACCOUNT.OPENED_NO.eq(ENTRY.OPENED_NO))
                .leftJoin(LOT)
                .on(LOT.ID.eq(ENTRY.ID))
                .where(ENTRY.ID.gt(place))
                .orderBy(ENTRY.ID)
                .limit(BATCH)
                .fetch();
        if (rows.isEmpty()) {
            return false;
        }
        List<NewEvent> events = new ArrayList<>();
        rows.forEach(row -> event(row).ifPresent(events::add));
        log.append(events);
        transaction
                .update(READING_PLACE)
                .set(READING_PLACE.ENTRY_ID, rows.getLast().get(ENTRY.ID))
                .where(READING_PLACE.READER.eq(READER))
                .execute();
        return rows.size() == BATCH;
    }

    private static Optional<NewEvent> event(Record row) {
        EntryKind kind = EntryKind.of(row.get(ENTRY.KIND));
        return EntryEvents.name(kind)
                .map(name -> new NewEvent(
                        new BrandId(row.get(ENTRY.BRAND_ID)),
                        EntryEvents.SOURCE,
                        "points:" + row.get(ENTRY.ID),
                        name,
                        row.get(ENTRY.AT),
                        new Subject.Known(new CustomerNo(row.get(ACCOUNT.CUSTOMER_NO))),
                        EntryEvents.properties(
                                kind,
                                row.get(ENTRY.ASKED),
                                row.get(ENTRY.POINTS),
                                row.get(ENTRY.KEY),
                                row.get(ENTRY.REASON),
                                row.get(ENTRY.DETAILS).data(),
                                row.get(LOT.EXPIRES_AT)),
                        "{}"));
    }
}
