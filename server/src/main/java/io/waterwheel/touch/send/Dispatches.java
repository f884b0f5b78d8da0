package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.BROADCAST;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.LINK;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.touch.ChannelPromise;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// The table of calls.
@Component
class Dispatches {

    /// Messages with texts of their own are claimed so many calls at a time.
    private static final int SINGLES = 200;

    /// And not more people than this, however many a call takes.
    private static final int MOST_CLAIMED = 1_000;

    private final DSLContext database;
    private final InstantSource clock;

    Dispatches(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Locks the next recipients that no call has been written down for: where a call carries one text, those of one
    /// sender and text. Relies on the index recipient_next.
    RoaringBitmap claim(long broadcast, ChannelPromise promise) {
        var free = RECIPIENT
                .BROADCAST_ID
                .eq(broadcast)
                .and(RECIPIENT.STATE.eq("pending"))
                .and(RECIPIENT.DISPATCH_ID.isNull());
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

    /// Forgets calls that were written down and never made, so that their recipients can be claimed again.
    ///
    /// @return how many there were
    int dissolveReady(long broadcast) {
        List<Long> ready = database.deleteFrom(DISPATCH)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .and(DISPATCH.STATE.eq("ready"))
                .returning(DISPATCH.ID)
                .fetch(DISPATCH.ID);
        if (!ready.isEmpty()) {
            Long[] ids = ready.toArray(Long[]::new);
            database.update(RECIPIENT)
                    .setNull(RECIPIENT.DISPATCH_ID)
                    .where(RECIPIENT.DISPATCH_ID.eq(DSL.any(ids)))
                    .execute();
            database.deleteFrom(LINK).where(LINK.DISPATCH_ID.eq(DSL.any(ids))).execute();
        }
        return ready.size();
    }

    List<OpenCall> open(long broadcast) {
        return database.select(DISPATCH.ID, DISPATCH.SENDER, DISPATCH.CODE, DISPATCH.CALLED_AT)
                .from(DISPATCH)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .and(DISPATCH.STATE.eq("calling"))
                .orderBy(DISPATCH.ID)
                .fetch(row -> new OpenCall(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /// Writes down that the call is about to be made.
    ///
    /// @return when; null when it must not be made: somebody paused or cancelled the broadcast
    @Nullable
    Instant calling(long dispatch) {
        Instant now = clock.instant();
        int changed = database.update(DISPATCH)
                .set(DISPATCH.STATE, "calling")
                .set(DISPATCH.CALLED_AT, now)
                .where(DISPATCH.ID.eq(dispatch))
                .and(DISPATCH.STATE.eq("ready"))
                .andExists(DSL.selectOne()
                        .from(BROADCAST)
                        .where(BROADCAST.ID.eq(DISPATCH.BROADCAST_ID))
                        .and(BROADCAST.STATE.eq("sending")))
                .execute();
        return changed == 1 ? now : null;
    }

    /// The call was refused for now: it may be made again.
    void readyAgain(long dispatch) {
        database.update(DISPATCH)
                .set(DISPATCH.STATE, "ready")
                .where(DISPATCH.ID.eq(dispatch))
                .and(DISPATCH.STATE.eq("calling"))
                .execute();
    }

    @Nullable
    String code(long dispatch) {
        return database.select(DISPATCH.CODE)
                .from(DISPATCH)
                .where(DISPATCH.ID.eq(dispatch))
                .fetchOne(DISPATCH.CODE);
    }

    int pending(long broadcast) {
        return database.fetchCount(
                RECIPIENT, RECIPIENT.BROADCAST_ID.eq(broadcast).and(RECIPIENT.STATE.eq("pending")));
    }

    int all(long broadcast) {
        return database.fetchCount(RECIPIENT, RECIPIENT.BROADCAST_ID.eq(broadcast));
    }
}
