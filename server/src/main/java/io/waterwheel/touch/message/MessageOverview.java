package io.waterwheel.touch.message;

import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.MESSAGE_LINE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.kernel.web.ProblemBody;
import io.waterwheel.touch.message.MessageFigures.Line;
import io.waterwheel.touch.message.MessageFigures.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Counts single messages by who asked, state and reason, and tells what waits and why.
@Component
public class MessageOverview {

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    MessageOverview(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// @param days of asking that are counted
    public MessageFigures of(Brand brand, int days, Locale locale) {
        return new MessageFigures(outcomes(brand, days), lines(brand, locale));
    }

    private List<Outcome> outcomes(Brand brand, int days) {
        Field<String> asker = DSL.splitPart(MESSAGE.KEY, "/", 1).as("asker");
        Field<Integer> count = DSL.count().as("count");
        return database.select(asker, MESSAGE.STATE, MESSAGE.REASON, count)
                .from(MESSAGE)
                .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                .and(MESSAGE.ASKED_AT.gt(clock.instant().minus(Duration.ofDays(days))))
                .groupBy(asker, MESSAGE.STATE, MESSAGE.REASON)
                .orderBy(asker, count.desc())
                .fetch(row -> new Outcome(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    private List<Line> lines(Brand brand, Locale locale) {
        return database.selectFrom(MESSAGE_LINE)
                .where(MESSAGE_LINE.BRAND_ID.eq(brand.id().value()))
                .orderBy(MESSAGE_LINE.CHANNEL)
                .fetch(row -> {
                    Record3<Integer, Integer, Instant> waiting = waiting(brand, row.getChannel());
                    return new Line(
                            ChannelKind.of(row.getChannel()),
                            waiting.value1(),
                            waiting.value2(),
                            waiting.value3(),
                            problem(row.getProblem(), locale),
                            row.getSince(),
                            row.getRetryAt());
                });
    }

    /// Relies on the index message_due.
    private Record3<Integer, Integer, Instant> waiting(Brand brand, String channel) {
        Condition due = MESSAGE.DUE_AT.le(clock.instant());
        return database.select(
                        DSL.count(),
                        DSL.count().filterWhere(due),
                        DSL.min(MESSAGE.DUE_AT).filterWhere(due))
                .from(MESSAGE)
                .where(MESSAGE.BRAND_ID.eq(brand.id().value()))
                .and(MESSAGE.CHANNEL.eq(channel))
                .and(MESSAGE.STATE.eq("pending"))
                .and(MESSAGE.DISPATCH_ID.isNull())
                .fetchSingle();
    }

    private @Nullable ProblemBody problem(@Nullable JSONB kept, Locale locale) {
        return kept == null
                ? null
                : json.readValue(kept.data(), KeptProblem.class).body(locale);
    }
}
