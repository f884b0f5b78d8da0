package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.CONSUMER_OFFSET;
import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.lag.Late;
import io.waterwheel.kernel.lag.LateKind;
import io.waterwheel.kernel.lag.LateWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Readers of the log that have fallen behind: a journey that no event reaches waits in silence otherwise.
@Component
class LateReaders implements LateWork {

    private final DSLContext database;
    private final EventLog log;
    private final List<LogConsumer> consumers;

    LateReaders(DSLContext database, EventLog log, List<LogConsumer> consumers) {
        this.database = database;
        this.log = log;
        this.consumers = consumers;
    }

    @Override
    public Set<LateKind> kinds() {
        return Set.of(LateKind.LOG);
    }

    /// Only of readers there are: an offset outlives the reader that kept it.
    @Override
    public List<Late> late(Instant since) {
        Map<String, Long> read = database.selectFrom(CONSUMER_OFFSET)
                .where(CONSUMER_OFFSET.CONSUMER.in(
                        consumers.stream().map(LogConsumer::name).toList()))
                .fetchMap(CONSUMER_OFFSET.CONSUMER, CONSUMER_OFFSET.POSITION);
        List<Late> late = new ArrayList<>();
        read.forEach((name, position) -> {
            Instant next = database.select(EVENT.RECEIVED_AT)
                    .from(EVENT)
                    .where(EVENT.POSITION.gt(position))
                    .orderBy(EVENT.POSITION)
                    .limit(1)
                    .fetchOne(EVENT.RECEIVED_AT);
            if (next != null && !next.isAfter(since)) {
                late.add(new Late(
                        null,
                        LateKind.LOG,
                        name,
                        next,
                        log.end() - position,
                        new Text(
                                "事件日志的读取者“" + name + "”落后了",
                                "the reader “" + name + "” of the event log has fallen behind"),
                        "/journeys/health"));
            }
        });
        return late;
    }
}
