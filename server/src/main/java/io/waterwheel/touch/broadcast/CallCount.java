package io.waterwheel.touch.broadcast;

import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.touch.ChannelPromise;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;

/// How many calls a planned broadcast takes: one for every so many recipients, and where a call carries one text, for
/// every sender and text.
record CallCount(long calls, int senders) {

    static CallCount of(DSLContext database, long broadcast, ChannelPromise promise) {
        if (!promise.sharedText()) {
            int recipients = database.fetchCount(RECIPIENT, RECIPIENT.BROADCAST_ID.eq(broadcast));
            return new CallCount(Math.ceilDiv(recipients, promise.mostPerCall()), 0);
        }
        var people = DSL.count().as("people");
        var groups = DSL.select(RECIPIENT.SENDER, people)
                .from(RECIPIENT)
                .where(RECIPIENT.BROADCAST_ID.eq(broadcast))
                .groupBy(RECIPIENT.SENDER, RECIPIENT.TEXT_KEY)
                .asTable("groups");
        var calls = DSL.sum(DSL.ceil(
                groups.field(people).cast(BigDecimal.class).div(DSL.inline(new BigDecimal(promise.mostPerCall())))));
        Record2<BigDecimal, Integer> found = database.select(
                        DSL.coalesce(calls, DSL.inline(BigDecimal.ZERO)),
                        DSL.countDistinct(groups.field(RECIPIENT.SENDER)))
                .from(groups)
                .fetchSingle();
        return new CallCount(found.value1().longValue(), found.value2());
    }
}
