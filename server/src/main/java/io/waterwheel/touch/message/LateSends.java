package io.waterwheel.touch.message;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.MESSAGE_LINE;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.touch.generated.tables.records.MessageLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Single messages that could go and do not, by brand and channel. Those that wait for quiet hours to end or for
/// a guide's next day are not due. Those whose call is just being tried once more are as late as before.
@Component
class LateSends implements LateWork {

    private static final int MOST = 10_000;
    private static final Field<Instant> OLDEST = DSL.field(DSL.name("oldest"), Instant.class);

    private final DSLContext database;
    private final JsonMapper json;

    LateSends(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public Set<LateKind> kinds() {
        return Set.of(LateKind.SENDS);
    }

    @Override
    public List<Late> late(Instant since) {
        List<Late> late = new ArrayList<>();
        for (MessageLineRecord line : database.selectFrom(MESSAGE_LINE).fetch()) {
            Condition due = MESSAGE.BRAND_ID
                    .eq(line.getBrandId())
                    .and(MESSAGE.CHANNEL.eq(line.getChannel()))
                    .and(MESSAGE.STATE.eq("pending"))
                    .and(MESSAGE.DUE_AT.le(since));
            // These rely on the indexes message_due, message_of_dispatch and dispatch_open.
            Condition free = due.and(MESSAGE.DISPATCH_ID.isNull());
            Condition tried = due.and(MESSAGE.DISPATCH_ID.in(calls(line)));
            Instant oldest = oldest(free, tried);
            if (oldest != null) {
                int waiting = count(free) + count(tried);
                late.add(new Late(
                        new BrandId(line.getBrandId()),
                        LateKind.SENDS,
                        line.getChannel(),
                        oldest,
                        waiting,
                        reason(line),
                        "/journeys/health"));
            }
        }
        return late;
    }

    private static Select<Record1<Long>> calls(MessageLineRecord line) {
        return DSL.select(DISPATCH.ID)
                .from(DISPATCH)
                .where(DISPATCH.BROADCAST_ID.isNull())
                .and(DISPATCH.STATE.in("ready", "calling"))
                .and(DISPATCH.BRAND_ID.eq(line.getBrandId()))
                .and(DISPATCH.CHANNEL.eq(line.getChannel()));
    }

    /// In one statement: a message that goes from one to the other meanwhile is seen in one of them.
    private @Nullable Instant oldest(Condition free, Condition tried) {
        var waiting = DSL.select(DSL.min(MESSAGE.DUE_AT).as(OLDEST))
                .from(MESSAGE)
                .where(free)
                .unionAll(DSL.select(DSL.min(MESSAGE.DUE_AT)).from(MESSAGE).where(tried))
                .asTable("waiting");
        return database.select(DSL.min(waiting.field(OLDEST)))
                .from(waiting)
                .fetchSingle()
                .value1();
    }

    private int count(Condition which) {
        return database.fetchCount(DSL.selectOne().from(MESSAGE).where(which).limit(MOST));
    }

    private Text reason(MessageLineRecord line) {
        if (line.getProblem() == null) {
            return new Text("消息到点没有发出", "messages are due and have not left");
        }
        KeptProblem stands =
                json.readValue(Objects.requireNonNull(line.getProblem()).data(), KeptProblem.class);
        return new Text(
                "消息到点没有发出：" + stands.detail().zh(),
                "messages are due and have not left: " + stands.detail().en());
    }
}
