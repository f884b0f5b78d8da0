package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.MESSAGE_LINE;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The lines of single messages: one for each brand and channel that ever had one.
@Component
class MessageLines {

    /// Of the advisory lock, see [#alone].
    private static final int LOCK = 0x707D;

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    MessageLines(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// Those with something to do: a message is due or no use any more, or a call's outcome is not known. In
    /// any order, so that every line has its turn. Looks at the first of an index each: asked whether there is one,
    /// PostgreSQL may go through all messages, because it expects to meet one soon.
    List<Errand> busy() {
        Instant now = clock.instant();
        return database.select(MESSAGE_LINE.BRAND_ID, MESSAGE_LINE.CHANNEL)
                .from(MESSAGE_LINE)
                .where(MESSAGE_LINE.RETRY_AT.isNull().or(MESSAGE_LINE.RETRY_AT.le(now)))
                .and(first(MESSAGE.DUE_AT)
                        .le(now)
                        .or(first(MESSAGE.NOT_AFTER).le(now))
                        .or(DSL.exists(DSL.selectOne()
                                .from(DISPATCH)
                                .where(DISPATCH.BROADCAST_ID.isNull())
                                .and(DISPATCH.STATE.in("ready", "calling"))
                                .and(DISPATCH.BRAND_ID.eq(MESSAGE_LINE.BRAND_ID))
                                .and(DISPATCH.CHANNEL.eq(MESSAGE_LINE.CHANNEL)))))
                .orderBy(DSL.rand())
                .fetch(row -> new Errand(new BrandId(row.value1()), ChannelKind.of(row.value2()), null));
    }

    private static Field<Instant> first(Field<Instant> when) {
        return DSL.field(DSL.select(DSL.min(when))
                .from(MESSAGE)
                .where(MESSAGE.BRAND_ID.eq(MESSAGE_LINE.BRAND_ID))
                .and(MESSAGE.CHANNEL.eq(MESSAGE_LINE.CHANNEL))
                .and(MESSAGE.STATE.eq(DSL.inline("pending")))
                .and(MESSAGE.DISPATCH_ID.isNull()));
    }

    /// Does the work if no other node is at it, and keeps others away until it is done or this process is dead:
    /// so whoever begins knows that nobody is waiting for the answer to a call that stands as `calling`.
    ///
    /// @return whether it was done
    boolean alone(Errand errand, Runnable work) {
        int key = Objects.hash(errand.brand().value(), errand.channel().code());
        return database.connectionResult(connection -> {
            DSLContext own = DSL.using(connection, database.dialect());
            boolean taken = own.select(DSL.field(
                            "pg_try_advisory_lock({0}, {1})", Boolean.class, DSL.inline(LOCK), DSL.inline(key)))
                    .fetchSingle()
                    .value1();
            if (!taken) {
                return false;
            }
            try {
                work.run();
            } finally {
                own.select(DSL.field("pg_advisory_unlock({0}, {1})", Boolean.class, DSL.inline(LOCK), DSL.inline(key)))
                        .fetch();
            }
            return true;
        });
    }

    boolean stopped(Errand errand) {
        return database.fetchExists(MESSAGE_LINE, line(errand).and(MESSAGE_LINE.PROBLEM.isNotNull()));
    }

    /// Nothing is sent for a while, and people can see why.
    void rest(Errand errand, Problem why, Duration wait) {
        database.update(MESSAGE_LINE)
                .set(MESSAGE_LINE.PROBLEM, KeptProblem.stored(json, why))
                .set(MESSAGE_LINE.SINCE, DSL.coalesce(MESSAGE_LINE.SINCE, DSL.val(clock.instant())))
                .set(MESSAGE_LINE.RETRY_AT, clock.instant().plus(wait))
                .where(line(errand))
                .execute();
    }

    void works(Errand errand) {
        database.update(MESSAGE_LINE)
                .setNull(MESSAGE_LINE.PROBLEM)
                .setNull(MESSAGE_LINE.SINCE)
                .setNull(MESSAGE_LINE.RETRY_AT)
                .where(line(errand))
                .and(MESSAGE_LINE.PROBLEM.isNotNull())
                .execute();
    }

    private static Condition line(Errand errand) {
        return MESSAGE_LINE
                .BRAND_ID
                .eq(errand.brand().value())
                .and(MESSAGE_LINE.CHANNEL.eq(errand.channel().code()));
    }
}
