package io.waterwheel.journey.people;

import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.OUTBOX;
import static io.waterwheel.journey.generated.Tables.POISON;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;
import static io.waterwheel.kernel.generated.Tables.CONSUMER_OFFSET;

import io.waterwheel.access.Brand;
import io.waterwheel.journey.JourneyId;
import io.waterwheel.journey.engine.RunState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.EventLog;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Nothing stalls in silence: who should have gone on and has not, and why.
@Component
public class JourneyHealth {

    private static final Duration SOON = Duration.ofMinutes(1);

    /// How long a channel may take before it is worth a look.
    private static final Duration MESSAGE = Duration.ofHours(1);

    private static final int MOST = 200;

    /// The name under which journeys read the log.
    private static final String CONSUMER = "journeys";

    private final DSLContext database;
    private final EventLog log;
    private final InstantSource clock;

    JourneyHealth(DSLContext database, EventLog log, InstantSource clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    public JourneyStanding of(Brand brand) {
        Instant now = clock.instant();
        List<LateRun> late = new ArrayList<>();
        late.addAll(overdue(brand, now));
        late.addAll(messages(brand, now));
        late.addAll(guides(brand, now));
        late.addAll(aside(brand));
        late.sort(Comparator.comparing(LateRun::since));
        long behind = late.stream()
                .filter(one -> one.reason().equals("behind"))
                .mapToLong(one -> Duration.between(one.since(), now).toSeconds())
                .max()
                .orElse(0);
        return new JourneyStanding(
                late.subList(0, Math.min(MOST, late.size())),
                behind,
                database.fetchCount(OUTBOX, OUTBOX.BRAND_ID.eq(brand.id().value())),
                database.fetchCount(ENTRANT, ENTRANT.BRAND_ID.eq(brand.id().value())),
                unread());
    }

    private long unread() {
        long read = database.select(CONSUMER_OFFSET.POSITION)
                .from(CONSUMER_OFFSET)
                .where(CONSUMER_OFFSET.CONSUMER.eq(CONSUMER))
                .fetchOptional(CONSUMER_OFFSET.POSITION)
                .orElse(0L);
        return Math.max(0, log.end() - read);
    }

    /// Their time has come: the journey is paused, or we are behind.
    private List<LateRun> overdue(Brand brand, Instant now) {
        Field<Instant> due =
                DSL.field("{0} + {1} * interval '1 millisecond'", Instant.class, RUN.DUE_AT, SAVED_JOURNEY.HELD_MILLIS);
        // The journey's own clock, which stands still in a pause: whose time comes later is late by nothing.
        Field<Instant> latest = DSL.field(
                "coalesce({0}, {1}) - {2} * interval '1 millisecond'",
                Instant.class,
                SAVED_JOURNEY.PAUSED_AT,
                DSL.val(now.minus(SOON), RUN.DUE_AT),
                SAVED_JOURNEY.HELD_MILLIS);
        return database.select(RUN.fields())
                .select(SAVED_JOURNEY.NAME, SAVED_JOURNEY.PAUSED_AT, due.as("due"))
                .from(SAVED_JOURNEY)
                .join(RUN)
                .on(RUN.JOURNEY_ID.eq(SAVED_JOURNEY.ID))
                .where(SAVED_JOURNEY.BRAND_ID.eq(brand.id().value()))
                .and(RUN.DUE_AT.le(latest))
                .and(RUN.STATE.eq(RunState.WAITING.code()))
                .orderBy(RUN.DUE_AT)
                .limit(MOST)
                .fetch(row -> row.get(SAVED_JOURNEY.PAUSED_AT) == null
                        ? late(row, "behind", new Text("等待处理", "waits for us"), row.get("due", Instant.class))
                        : late(
                                row,
                                "paused",
                                new Text("旅程已暂停", "the journey is paused"),
                                row.get("due", Instant.class)));
    }

    private List<LateRun> messages(Brand brand, Instant now) {
        Text words = new Text(
                "消息还没有结果（限额、免打扰时段、渠道或导购确认）",
                "the message has no outcome yet: a cap, quiet hours, the channel or a guide");
        return database.select()
                .from(RUN)
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(RUN.JOURNEY_ID))
                .where(RUN.BRAND_ID.eq(brand.id().value()))
                .and(RUN.WAITING.eq(DSL.inline("message")))
                .and(RUN.MOVED_AT.lt(now.minus(MESSAGE)))
                .orderBy(RUN.MOVED_AT)
                .limit(MOST)
                .fetch(row -> late(row, "message", words, row.get(RUN.MOVED_AT)));
    }

    /// Only while the journey is paused, or we are behind: a task that is overdue lets its customer go on.
    private List<LateRun> guides(Brand brand, Instant now) {
        Text words = new Text("导购还没有完成任务", "a guide has not done it");
        return database.select()
                .from(GUIDE_TASK)
                .join(RUN)
                .on(RUN.ID.eq(GUIDE_TASK.RUN_ID))
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(RUN.JOURNEY_ID))
                .where(GUIDE_TASK.BRAND_ID.eq(brand.id().value()))
                .and(GUIDE_TASK.STATE.eq(DSL.inline("open")))
                .and(GUIDE_TASK.DUE_AT.lt(now))
                .orderBy(GUIDE_TASK.DUE_AT)
                .limit(MOST)
                .fetch(row -> late(row, "guide", words, row.get(GUIDE_TASK.DUE_AT)));
    }

    private List<LateRun> aside(Brand brand) {
        return database.select()
                .from(POISON)
                .join(RUN)
                .on(RUN.ID.eq(POISON.RUN_ID))
                .join(SAVED_JOURNEY)
                .on(SAVED_JOURNEY.ID.eq(RUN.JOURNEY_ID))
                .where(POISON.BRAND_ID.eq(brand.id().value()))
                .and(RUN.STATE.eq(RunState.ASIDE.code()))
                .orderBy(POISON.AT)
                .limit(MOST)
                .fetch(row -> late(
                        row,
                        "aside",
                        new Text("出错，已放到待处理：" + row.get(POISON.DETAIL), "put aside: " + row.get(POISON.CODE)),
                        row.get(POISON.AT)));
    }

    private static LateRun late(Record row, String reason, Text words, Instant since) {
        return new LateRun(
                row.get(RUN.ID).toString(),
                new JourneyId(row.get(RUN.JOURNEY_ID)),
                row.get(SAVED_JOURNEY.NAME),
                new CustomerNo(row.get(RUN.CUSTOMER_NO)),
                row.get(RUN.NODE),
                reason,
                words,
                since);
    }
}
