package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.OUTBOX;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.kernel.BrandId;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Writes the events of many recipients in the transaction that changes them; [OutboxRelay] brings them to the log.
/// Message ids are made of broadcast, customer and what happened, so an event can come twice and count once.
final class Outbox {

    private Outbox() {}

    /// One event for each recipient of a dispatch that `which` holds for.
    ///
    /// @param what the last part of the message id, such as `sent`
    static void write(
            DSLContext transaction,
            BrandId brand,
            long broadcast,
            String channel,
            Condition which,
            String name,
            String what,
            Field<Instant> at) {
        Field<String> messageId = DSL.concat(
                DSL.val("broadcast/" + broadcast + "/"),
                RECIPIENT.CUSTOMER_NO.cast(SQLDataType.VARCHAR),
                DSL.val("/" + what));
        Field<JSONB> properties = DSL.field(
                "jsonb_strip_nulls(jsonb_build_object('broadcast', {0}, 'channel', {1}, 'reason', {2}))",
                JSONB.class, DSL.val(broadcast), DSL.val(channel), RECIPIENT.REASON);
        transaction
                .insertInto(
                        OUTBOX,
                        OUTBOX.BRAND_ID,
                        OUTBOX.CUSTOMER_NO,
                        OUTBOX.NAME,
                        OUTBOX.AT,
                        OUTBOX.MESSAGE_ID,
                        OUTBOX.PROPERTIES)
                .select(DSL.select(
                                DSL.val(brand.value()), RECIPIENT.CUSTOMER_NO, DSL.val(name), at, messageId, properties)
                        .from(RECIPIENT)
                        .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                        .and(which))
                .execute();
    }
}
