package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/// Tells the event log what was booked; after a kill the log leaves out what it has.
@Component
class PointsRelay extends EntryReader {

    private static final int BATCH = 2_000;

    private final EventLog log;

    PointsRelay(DSLContext database, EventLog log) {
        super("points-relay", "events", database);
        this.log = log;
    }

    @Override
    protected Read read(DSLContext transaction, long after) {
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
                .where(ENTRY.ID.gt(after))
                .orderBy(ENTRY.ID)
                .limit(BATCH)
                .fetch();
        if (rows.isEmpty()) {
            return new Read(after, false);
        }
        List<NewEvent> events = new ArrayList<>();
        rows.forEach(row -> event(row).ifPresent(events::add));
        log.append(events);
        return new Read(rows.getLast().get(ENTRY.ID), rows.size() == BATCH);
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
