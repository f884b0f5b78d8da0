package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.ChannelPromise;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// The recipients of a broadcast that no call has been written down for.
@Component
class WaitingRecipients {

    /// Messages with texts of their own are claimed so many calls at a time.
    private static final int SINGLES = 200;

    /// And not more people than this, however many a call takes.
    private static final int MOST_CLAIMED = 1_000;

    private final DSLContext database;
    private final InstantSource clock;

    WaitingRecipients(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Locks the next ones: where a call carries one text, those of one sender and text. First those whose own
    /// quiet hours have ended; relies on the indexes recipient_held and recipient_next.
    ///
    /// @param heldOnly only those: it is night where the brand is
    RoaringBitmap claim(long broadcast, ChannelPromise promise, boolean heldOnly) {
        RoaringBitmap held = claim(free(broadcast).and(RECIPIENT.HELD_UNTIL.le(clock.instant())), promise);
        return heldOnly || !held.isEmpty() ? held : claim(free(broadcast).and(RECIPIENT.HELD_UNTIL.isNull()), promise);
    }

    private RoaringBitmap claim(Condition some, ChannelPromise promise) {
        Condition free = some;
        if (promise.sharedText()) {
            Record2<String, Long> first = database.select(RECIPIENT.SENDER, RECIPIENT.TEXT_KEY)
                    .from(RECIPIENT)
                    .where(free)
                    .orderBy(RECIPIENT.SENDER, RECIPIENT.TEXT_KEY)
                    .limit(1)
                    .fetchOne();
            if (first == null) {
                return new RoaringBitmap();
            }
            free = free.and(RECIPIENT.SENDER.isNotDistinctFrom(first.value1()))
                    .and(RECIPIENT.TEXT_KEY.eq(first.value2()));
        }
        RoaringBitmap claimed = new RoaringBitmap();
        database.select(RECIPIENT.CUSTOMER_NO)
                .from(RECIPIENT)
                .where(free)
                .orderBy(RECIPIENT.SENDER, RECIPIENT.TEXT_KEY, RECIPIENT.CUSTOMER_NO)
                .limit(
                        promise.sharedText()
                                ? promise.mostPerCall()
                                : Math.min(MOST_CLAIMED, SINGLES * promise.mostPerCall()))
                .forUpdate()
                .skipLocked()
                .forEach(row -> claimed.add(row.value1()));
        return claimed;
    }

    private static Condition free(long broadcast) {
        return RECIPIENT
                .BROADCAST_ID
                .eq(broadcast)
                .and(RECIPIENT.STATE.eq("pending"))
                .and(RECIPIENT.DISPATCH_ID.isNull());
    }

    /// They are asked about again when it is day where they live.
    void hold(long broadcast, Map<Integer, Instant> until) {
        if (until.isEmpty()) {
            return;
        }
        RowSet rows = new RowSet(RECIPIENT.CUSTOMER_NO, RECIPIENT.HELD_UNTIL);
        until.forEach((customer, end) -> rows.row(customer, end));
        RowSet.Given given = rows.as("given");
        database.update(RECIPIENT)
                .set(RECIPIENT.HELD_UNTIL, given.field(RECIPIENT.HELD_UNTIL))
                .from(given.table())
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.CUSTOMER_NO.eq(given.field(RECIPIENT.CUSTOMER_NO)))
                .execute();
    }

    /// When the first of those held may be asked about again; empty when nobody is held.
    Optional<Instant> heldUntil(long broadcast) {
        return Optional.ofNullable(database.select(DSL.min(RECIPIENT.HELD_UNTIL))
                .from(RECIPIENT)
                .where(free(broadcast))
                .and(RECIPIENT.HELD_UNTIL.isNotNull())
                .fetchSingle()
                .value1());
    }

    /// Whether anybody waits who is not held.
    boolean unheld(long broadcast) {
        return database.fetchExists(RECIPIENT, free(broadcast).and(RECIPIENT.HELD_UNTIL.isNull()));
    }

    int pending(long broadcast) {
        return database.fetchCount(
                RECIPIENT, RECIPIENT.BROADCAST_ID.eq(broadcast).and(RECIPIENT.STATE.eq("pending")));
    }

    int all(long broadcast) {
        return database.fetchCount(RECIPIENT, RECIPIENT.BROADCAST_ID.eq(broadcast));
    }
}
