package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ENTRY;
import static io.waterwheel.loyalty.generated.Tables.READING_PLACE;

import io.waterwheel.kernel.LogWorker;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/// Goes behind the ledger under a name of its own, many entries at a time. Entries are numbered in commit order,
/// so it only keeps the number it has come to; that moves in one transaction with what it did.
public abstract class EntryReader extends LogWorker {

    private static final Duration EVERY = Duration.ofMillis(300);

    private final String reader;
    private final DSLContext database;

    /// @param worker its name as a worker
    /// @param reader what its place is kept under
    protected EntryReader(String worker, String reader, DSLContext database) {
        super(worker, EVERY);
        this.reader = reader;
        this.database = database;
    }

    /// @param to   the number of the last entry that was read
    /// @param more whether there may be more at once
    public record Read(long to, boolean more) {}

    /// Does what is to be done about the next entries, in the transaction that moves the place.
    protected abstract Read read(DSLContext transaction, long after);

    @Override
    protected final boolean work() {
        long read = place(database).fetchOptional(READING_PLACE.ENTRY_ID).orElse(0L);
        if (!database.fetchExists(ENTRY, ENTRY.ID.gt(read))) {
            return false;
        }
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction
                    .insertInto(READING_PLACE)
                    .set(READING_PLACE.READER, reader)
                    .set(READING_PLACE.ENTRY_ID, 0L)
                    .onConflictDoNothing()
                    .execute();
            // Another node that is at it is let go on.
            Long place = place(transaction).forUpdate().skipLocked().fetchOne(READING_PLACE.ENTRY_ID);
            return place != null && step(transaction, place);
        });
    }

    private SelectConditionStep<Record1<Long>> place(DSLContext database) {
        return database.select(READING_PLACE.ENTRY_ID).from(READING_PLACE).where(READING_PLACE.READER.eq(reader));
    }

    private boolean step(DSLContext transaction, long place) {
        Read read = read(transaction, place);
        if (read.to > place) {
            transaction
                    .update(READING_PLACE)
                    .set(READING_PLACE.ENTRY_ID, read.to)
                    .where(READING_PLACE.READER.eq(reader))
                    .execute();
        }
        return read.more;
    }
}
