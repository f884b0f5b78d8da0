package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.ENTRY;

import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.PointsCommand;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Books one batch of commands in one transaction: reads what they need, works them out, writes what came of
/// it.
@Component
class BatchWriter {

    private final DSLContext database;
    private final DeskReader reader;
    private final DeskRows rows;
    private final InstantSource clock;

    BatchWriter(DSLContext database, DeskReader reader, DeskRows rows, InstantSource clock) {
        this.database = database;
        this.reader = reader;
        this.rows = rows;
        this.clock = clock;
    }

    /// All or nothing. What was answered is on disk.
    List<Booking> book(List<PointsCommand> commands) {
        return book(commands, clock::instant);
    }

    /// As of a time that has passed.
    List<Booking> book(List<PointsCommand> commands, Instant asOf) {
        return book(commands, () -> asOf);
    }

    private List<Booking> book(List<PointsCommand> commands, InstantSource time) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            LedgerLock.take(transaction);
            Instant now = time.instant();
            Desk desk = reader.read(transaction, commands, now);
            Book book = new Book(desk, last(transaction), now);
            List<Booking> bookings = commands.stream().map(book::book).toList();
            rows.write(transaction, desk, book.made(), now);
            return bookings;
        });
    }

    /// The number of the last entry, 0 before the first. Under the lock nobody makes another.
    static long last(DSLContext transaction) {
        Long last = transaction.select(DSL.max(ENTRY.ID)).from(ENTRY).fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }
}
