package io.waterwheel.loyalty.marketplace.push;

import static io.waterwheel.loyalty.generated.Tables.ACCOUNT;
import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.MARKETPLACE_LINK;
import static io.waterwheel.loyalty.generated.Tables.POSTING;

import io.waterwheel.loyalty.marketplace.LinkMarks;
import io.waterwheel.loyalty.points.EntryReader;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Marks whose points moved, whatever moved them: a kill between booking and marking loses nothing.
@Component
class LedgerMarks extends EntryReader {

    private static final int BATCH = 5_000;

    private final InstantSource clock;

    LedgerMarks(DSLContext database, InstantSource clock) {
        super("marketplace-ledger", "marketplace", database);
        this.clock = clock;
    }

    @Override
    protected Read read(DSLContext transaction, long after) {
        boolean bound = transaction.fetchExists(MARKETPLACE_LINK);
        // While nobody is bound, what is booked is part of what is pushed when somebody is.
        List<Long> entries = transaction
                .select(ENTRY.ID)
                .from(ENTRY)
                .where(ENTRY.ID.gt(after))
                .orderBy(bound ? ENTRY.ID.asc() : ENTRY.ID.desc())
                .limit(bound ? BATCH : 1)
                .fetch(ENTRY.ID);
        if (entries.isEmpty()) {
            return new Read(after, false);
        }
        long to = entries.getLast();
        if (bound) {
            LinkMarks.changed(transaction, moved(transaction, after, to), clock.instant());
        }
        return new Read(to, entries.size() == BATCH);
    }

    /// An entry may move the points of others than it is of, who share an account.
    private static List<Integer> moved(DSLContext transaction, long after, long to) {
        return transaction
                .selectDistinct(ACCOUNT.CUSTOMER_NO)
                .from(ENTRY)
                .join(POSTING)
                .on(POSTING.ENTRY_ID.eq(ENTRY.ID))
                .join(ACCOUNT)
                .on(ACCOUNT.BRAND_ID.eq(ENTRY.BRAND_ID), ACCOUNT.OPENED_NO.eq(POSTING.OPENED_NO))
                .where(ENTRY.ID.gt(after), ENTRY.ID.le(to))
                .fetch(ACCOUNT.CUSTOMER_NO);
    }
}
