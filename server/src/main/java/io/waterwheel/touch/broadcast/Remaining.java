package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.CONTACT;
import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Those of a broadcast who have not been written to.
public final class Remaining {

    private Remaining() {}

    /// What somebody becomes to whom no other call is made: unknown, if one was left without an answer.
    public static Field<String> unlessCarried(String state) {
        return DSL.when(RECIPIENT.MAYBE_CARRIED, "unknown").otherwise(state);
    }

    /// Cancels everyone for whom no call has been made. A call that is being made right now is left to its sender:
    /// the row it stands on says `calling`, and the sender checks that before it calls.
    public static void cancel(DSLContext transaction, long broadcast, Instant now) {
        transaction
                .update(DISPATCH)
                .set(DISPATCH.STATE, "failed")
                .set(DISPATCH.REASON, "cancelled")
                .set(DISPATCH.SETTLED_AT, now)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .and(DISPATCH.STATE.eq("ready"))
                .execute();
        transaction
                .update(RECIPIENT)
                .set(RECIPIENT.STATE, unlessCarried("cancelled"))
                .set(
                        RECIPIENT.REASON,
                        DSL.when(RECIPIENT.MAYBE_CARRIED, "connection-lost").otherwise("cancelled"))
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .and(RECIPIENT.STATE.eq("pending"))
                .and(RECIPIENT
                        .DISPATCH_ID
                        .isNull()
                        .or(RECIPIENT.DISPATCH_ID.in(transaction
                                .select(DISPATCH.ID)
                                .from(DISPATCH)
                                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                                .and(DISPATCH.REASON.eq("cancelled")))))
                .execute();
        // Nobody was reached by a call that was only written down.
        transaction
                .deleteFrom(CONTACT)
                .where(CONTACT.DISPATCH_ID.in(transaction
                        .select(DISPATCH.ID)
                        .from(DISPATCH)
                        .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                        .and(DISPATCH.REASON.eq("cancelled"))))
                .execute();
        // What guides have not confirmed yet is taken back from them.
        transaction
                .update(DISPATCH)
                .set(DISPATCH.RECALL_DUE, true)
                .set(DISPATCH.REPORTS_DUE_AT, now)
                .where(DISPATCH.BROADCAST_ID.eq(broadcast))
                .and(DISPATCH.STATE.eq("accepted"))
                .and(DISPATCH.REPORTS_DUE_AT.isNotNull())
                .execute();
    }
}
