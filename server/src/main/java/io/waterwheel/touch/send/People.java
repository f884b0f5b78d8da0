package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/// The rows that calls concern: recipients of broadcasts, or single messages. Both have these columns and pass
/// through the same states, so that the same statements settle both.
///
/// @param maybeCarried an earlier call for it was left without an answer
/// @param eventId    the first part of the message id of events about a row
/// @param properties of these events, by the channel's code
record People(
        Table<?> table,
        Field<Long> dispatch,
        Field<Integer> customer,
        Field<String> state,
        Field<String> reason,
        Field<String> address,
        Field<Instant> sentAt,
        Field<Instant> deliveredAt,
        Field<Boolean> maybeCarried,
        Field<String> eventId,
        Function<String, Field<JSONB>> properties) {

    static final People RECIPIENTS = new People(
            RECIPIENT,
            RECIPIENT.DISPATCH_ID,
            RECIPIENT.CUSTOMER_NO,
            RECIPIENT.STATE,
            RECIPIENT.REASON,
            RECIPIENT.ADDRESS,
            RECIPIENT.SENT_AT,
            RECIPIENT.DELIVERED_AT,
            RECIPIENT.MAYBE_CARRIED,
            DSL.concat(
                    DSL.val("broadcast/"),
                    RECIPIENT.BROADCAST_ID.cast(SQLDataType.VARCHAR),
                    DSL.val("/"),
                    RECIPIENT.CUSTOMER_NO.cast(SQLDataType.VARCHAR)),
            channel -> DSL.field(
                    "jsonb_strip_nulls(jsonb_build_object('broadcast', {0}, 'channel', {1}, 'reason', {2}))",
                    JSONB.class, RECIPIENT.BROADCAST_ID, DSL.val(channel), RECIPIENT.REASON));

    static final People MESSAGES = new People(
            MESSAGE,
            MESSAGE.DISPATCH_ID,
            MESSAGE.CUSTOMER_NO,
            MESSAGE.STATE,
            MESSAGE.REASON,
            MESSAGE.ADDRESS,
            MESSAGE.SENT_AT,
            MESSAGE.DELIVERED_AT,
            MESSAGE.MAYBE_CARRIED,
            DSL.concat(DSL.val("message/"), MESSAGE.ID.cast(SQLDataType.VARCHAR)),
            channel -> DSL.field(
                    "jsonb_strip_nulls(jsonb_build_object("
                            + "'message', {0}, 'template', {1}, 'channel', {2}, 'reason', {3}))",
                    JSONB.class, MESSAGE.KEY, MESSAGE.TEMPLATE_ID, DSL.val(channel), MESSAGE.REASON));

    /// What else changes when a row leaves `pending` for good.
    Map<Field<?>, @Nullable Object> settledAt(Instant now) {
        Map<Field<?>, @Nullable Object> changes = new HashMap<>();
        if (table.equals(MESSAGE)) {
            changes.put(MESSAGE.SETTLED_AT, now);
            changes.put(MESSAGE.SEALED_VALUES, null);
            changes.put(MESSAGE.WAITS, null);
        }
        return changes;
    }
}
