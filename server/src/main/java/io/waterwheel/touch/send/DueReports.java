package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.touch.CallNews;
import io.waterwheel.touch.PastCall;
import io.waterwheel.touch.generated.tables.records.DispatchRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which accepted calls are to be asked about next: often at first, rarely later, and not at all after a month,
/// which is as long as WeCom keeps results.
@Component
public class DueReports implements CallNews {

    private static final int BATCH = 20;
    private static final Duration LONGEST = Duration.ofDays(30);

    private final DSLContext database;
    private final InstantSource clock;

    DueReports(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param recall whether it is to be taken back first
    record Due(long dispatch, Errand errand, PastCall call, boolean recall) {}

    /// Takes the next ones; another node that looks at the same time gets others.
    @Transactional
    public List<Due> take() {
        Instant now = clock.instant();
        var due = database.selectFrom(DISPATCH)
                .where(DISPATCH.REPORTS_DUE_AT.le(now))
                .orderBy(DISPATCH.REPORTS_DUE_AT)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        due.forEach(row -> database.update(DISPATCH)
                .set(DISPATCH.REPORTS_DUE_AT, next(row.getSettledAt(), now))
                .where(DISPATCH.ID.eq(row.getId()))
                .execute());
        return due.map(row -> due(
                row,
                new Errand(new BrandId(row.getBrandId()), ChannelKind.of(row.getChannel()), row.getBroadcastId())));
    }

    private static Due due(DispatchRecord row, Errand errand) {
        return new Due(
                row.getId(),
                errand,
                new PastCall(
                        CallKeys.call(errand, row.getId()),
                        row.getMessageKey(),
                        row.getSender(),
                        null,
                        row.getCalledAt()),
                row.getRecallDue());
    }

    /// Something about these calls has come by itself. One that is still being made is asked about soon after anyway.
    public void hurry(Collection<String> callKeys) {
        Long[] dispatches = callKeys.stream()
                .map(CallKeys::dispatch)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .distinct()
                .toArray(Long[]::new);
        if (dispatches.length > 0) {
            database.update(DISPATCH)
                    .set(DISPATCH.REPORTS_DUE_AT, clock.instant())
                    .where(DISPATCH.ID.eq(DSL.any(dispatches)))
                    .and(DISPATCH.REPORTS_DUE_AT.isNotNull())
                    .execute();
        }
    }

    @Override
    public void came(Collection<String> callKeys) {
        hurry(callKeys);
    }

    static Instant next(Instant settledAt, Instant now) {
        Duration age = Duration.between(settledAt, now);
        if (age.compareTo(Duration.ofMinutes(2)) < 0) {
            return now.plusSeconds(5);
        }
        if (age.compareTo(Duration.ofHours(1)) < 0) {
            return now.plusSeconds(30);
        }
        return now.plus(age.compareTo(Duration.ofDays(1)) < 0 ? Duration.ofMinutes(10) : Duration.ofHours(1));
    }

    boolean tooOld(Due due) {
        return due.call().calledAt().plus(LONGEST).isBefore(clock.instant());
    }
}
