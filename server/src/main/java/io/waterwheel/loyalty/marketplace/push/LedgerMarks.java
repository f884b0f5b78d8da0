package io.waterwheel.loyalty.marketplace.push;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.READING_PLACE;

import io.waterwheel.kernel.LogWorker;
import io.waterwheel.loyalty.marketplace.LinkMarks;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Goes behind the ledger and marks whose points moved, whatever moved them. Entries are numbered in commit
/// order and the place moves with the marks, so a kill between booking and marking loses nothing.
@Component
class LedgerMarks extends LogWorker {

    private static final String READER = "marketplace";
    private static final int BATCH = 5_000;
    private static final Duration EVERY = Duration.ofMillis(300);

    private final DSLContext database;
    private final InstantSource clock;

    LedgerMarks(DSLContext database, InstantSource clock) {
        super("marketplace-ledger", EVERY);
        this.database = database;
        this.clock = clock;
    }

    @Override
    protected boolean work() {
        Long read = database.select(READING_PLACE.ENTRY_ID)
                .from(READING_PLACE)
                .where(READING_PLACE.READER.eq(READER))
                .fetchOne(READING_PLACE.ENTRY_ID);
        long newest = newest(database);
        if (read != null && newest <= read) {
            return false;
        }
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction
                    .insertInto(READING_PLACE)
                    .set(READING_PLACE.READER, READER)
                    .set(READING_PLACE.ENTRY_ID, newest)
                    .onConflictDoNothing()
                    .execute();
            // Another node that is at it is let go on.
            Long place = transaction
                    .select(READING_PLACE.ENTRY_ID)
                    .from(READING_PLACE)
                    .where(READING_PLACE.READER.eq(READER))
                    .forUpdate()
                    .skipLocked()
                    .fetchOne(READING_PLACE.ENTRY_ID);
            return place != null && mark(transaction, place);
        });
    }

    private static long newest(DSLContext database) {
        return Objects.requireNonNullElse(
                database.select(DSL.max(ENTRY.ID)).from(ENTRY).fetchOne(0, Long.class), 0L);
    }

    private boolean mark(DSLContext transaction, long place) {
        long to;
        boolean more = false;
        if (transaction.fetchExists(MARKETPLACE_LINK)) {
            List<Record2<Long, Integer>> rows = transaction
                    .select(ENTRY.ID, ACCOUNT.CUSTOMER_NO)
                    .from(ENTRY)
                    .join(ACCOUNT)
                    .on(ACCOUNT.BRAND_ID.eq(ENTRY.BRAND_ID), ACCOUNT.OPENED_NO.eq(ENTRY.OPENED_NO))
                    .where(ENTRY.ID.gt(place))
                    .orderBy(ENTRY.ID)
                    .limit(BATCH)
                    .fetch();
            if (rows.isEmpty()) {
                return false;
            }
            LinkMarks.changed(transaction, rows.stream().map(Record2::value2).toList(), clock.instant());
            to = rows.getLast().value1();
            more = rows.size() == BATCH;
        } else {
            // Nobody is bound: what is booked now is part of what is pushed when somebody is.
            to = Math.max(place, newest(transaction));
        }
        transaction
                .update(READING_PLACE)
                .set(READING_PLACE.ENTRY_ID, to)
                .where(READING_PLACE.READER.eq(READER))
                .execute();
        return more;
    }
}
