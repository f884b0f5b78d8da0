package io.waterwheel.intake.quarantine;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.intake.generated.Tables.SOURCE;

import io.waterwheel.access.Brand;
import io.waterwheel.intake.QuarantineId;
import io.waterwheel.intake.collect.StoredPiece;
import io.waterwheel.intake.generated.tables.records.QuarantineRecord;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The table of events in quarantine.
@Component
class QuarantineRows {

    private final DSLContext database;
    private final InstantSource clock;

    QuarantineRows(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The newest first, each with its source's name.
    Result<? extends Record> newest(QuarantineFilter filter, @Nullable Cursor after, int limit) {
        Condition which = matching(filter);
        if (after != null) {
            which = which.and(DSL.row(QUARANTINE.LAST_AT, QUARANTINE.ID).lt(after.instant(0), after.number(1)));
        }
        return database.select(QUARANTINE.fields())
                .select(SOURCE.NAME)
                .from(QUARANTINE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(QUARANTINE.SOURCE_ID))
                .where(which)
                .orderBy(QUARANTINE.LAST_AT.desc(), QUARANTINE.ID.desc())
                .limit(limit)
                .fetch();
    }

    List<QuarantineGroup> groups(Brand brand, ReasonWords words) {
        return database.select(
                        QUARANTINE.SOURCE_ID,
                        SOURCE.NAME,
                        QUARANTINE.REASON,
                        DSL.count(),
                        DSL.sum(QUARANTINE.TIMES),
                        DSL.min(QUARANTINE.FIRST_AT),
                        DSL.max(QUARANTINE.LAST_AT))
                .from(QUARANTINE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(QUARANTINE.SOURCE_ID))
                .where(matching(new QuarantineFilter(brand, null, null, QuarantineState.OPEN)))
                .groupBy(QUARANTINE.SOURCE_ID, SOURCE.NAME, QUARANTINE.REASON)
                .orderBy(DSL.max(QUARANTINE.LAST_AT).desc(), SOURCE.NAME, QUARANTINE.REASON)
                .fetch(row -> new QuarantineGroup(
                        new io.waterwheel.intake.SourceId(row.value1()),
                        row.value2(),
                        row.value3(),
                        words.of(row.value3()),
                        row.value4(),
                        row.value5().longValue(),
                        row.value6(),
                        row.value7()));
    }

    /// @throws Problem `not-found`
    Record get(Brand brand, QuarantineId id) {
        return get(database, brand, id);
    }

    Record get(DSLContext transaction, Brand brand, QuarantineId id) {
        Record row = transaction
                .select(QUARANTINE.fields())
                .select(SOURCE.NAME)
                .from(QUARANTINE)
                .join(SOURCE)
                .on(SOURCE.ID.eq(QUARANTINE.SOURCE_ID))
                .where(QUARANTINE.ID.eq(id.value()))
                .and(SOURCE.BRAND_ID.eq(brand.id().value()))
                .fetchOne();
        if (row == null) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "quarantine " + id);
        }
        return row;
    }

    /// Those to be replayed, in the order in which they came; relies on the index quarantine_replay.
    List<QuarantineRecord> next(QuarantineFilter filter, long after, long upTo, int limit) {
        return database.selectFrom(QUARANTINE)
                .where(toReplay(filter, after, upTo))
                .orderBy(QUARANTINE.ID)
                .limit(limit)
                .fetch();
    }

    long count(QuarantineFilter filter, long after, long upTo) {
        return database.fetchCount(QUARANTINE, toReplay(filter, after, upTo));
    }

    /// The id of the newest of them, 0 for none: what comes in while a job runs is not its business.
    long newestId(QuarantineFilter filter) {
        Long newest = database.select(DSL.max(QUARANTINE.ID))
                .from(QUARANTINE)
                .where(matching(filter))
                .fetchOneInto(Long.class);
        return newest == null ? 0 : newest;
    }

    /// @return whether it was open still
    boolean correct(DSLContext transaction, QuarantineId id, String sealed) {
        return transaction
                        .update(QUARANTINE)
                        .set(QUARANTINE.FIXED, sealed)
                        .where(open(id))
                        .execute()
                > 0;
    }

    void refused(DSLContext transaction, long id, String reason) {
        transaction
                .update(QUARANTINE)
                .set(QUARANTINE.REASON, reason)
                .where(open(new QuarantineId(id)))
                .execute();
    }

    /// Ends those of them that are open. Their texts go: what is in the log needs no second copy of personal data,
    /// what nobody wants none at all.
    int close(DSLContext transaction, Collection<Long> ids, QuarantineState state, String by) {
        return close(transaction, QUARANTINE.ID.in(ids), state, by);
    }

    int discard(QuarantineFilter filter, String by) {
        return close(database, matching(filter), QuarantineState.DISCARDED, by);
    }

    private int close(DSLContext transaction, Condition which, QuarantineState state, String by) {
        Instant now = clock.instant();
        return transaction
                .update(QUARANTINE)
                .set(QUARANTINE.STATE, state.code())
                .set(QUARANTINE.CLOSED_AT, now)
                .set(QUARANTINE.CLOSED_BY, by)
                .setNull(QUARANTINE.BODY)
                .setNull(QUARANTINE.ENVELOPE)
                .setNull(QUARANTINE.FIXED)
                .where(which)
                .and(QUARANTINE.STATE.eq(QuarantineState.OPEN.code()))
                .execute();
    }

    private static Condition open(QuarantineId id) {
        return QUARANTINE.ID.eq(id.value()).and(QUARANTINE.STATE.eq(QuarantineState.OPEN.code()));
    }

    private static Condition toReplay(QuarantineFilter filter, long after, long upTo) {
        return matching(filter)
                .and(QUARANTINE.CALL.ne(StoredPiece.OTHER))
                .and(QUARANTINE.ID.gt(after))
                .and(QUARANTINE.ID.le(upTo));
    }

    private static Condition matching(QuarantineFilter filter) {
        Condition ofBrand = SOURCE.BRAND_ID.eq(filter.brand().id().value());
        Condition which = QUARANTINE.STATE.eq(filter.state().code());
        if (filter.source() != null) {
            ofBrand = ofBrand.and(SOURCE.ID.eq(filter.source().value()));
        }
        if (filter.reason() != null) {
            which = which.and(QUARANTINE.REASON.eq(filter.reason()));
        }
        return which.and(
                QUARANTINE.SOURCE_ID.in(DSL.select(SOURCE.ID).from(SOURCE).where(ofBrand)));
    }
}
