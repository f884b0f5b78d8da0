package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.OUTBOX;

import java.time.Instant;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/// Writes the events of many recipients in the transaction that changes them; [TouchRelay] brings them to the
/// log. Message ids are made of whom and what, so an event can come twice and count once.
final class Outbox {

    private Outbox() {}

    /// One event for each of those that `which` holds for.
    ///
    /// @param what the last part of the message id, such as `sent`
    static void write(
            DSLContext transaction, Errand errand, Condition which, String name, String what, Field<Instant> at) {
        People people = errand.people();
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
                                DSL.val(errand.brand().value()),
                                people.customer(),
                                DSL.val(name),
                                at,
                                DSL.concat(people.eventId(), DSL.val("/" + what)),
                                people.properties().apply(errand.channel().code()))
                        .from(people.table())
                        .where(which))
                .execute();
    }
}
