package io.waterwheel.customer.suggestion;

import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.SEPARATION;
import static io.waterwheel.customer.generated.Tables.SUGGESTION;
import static io.waterwheel.customer.generated.Tables.SUGGESTION_RUN;

import io.waterwheel.customer.generated.tables.records.SuggestionRecord;
import io.waterwheel.customer.generated.tables.records.SuggestionRunRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The tables of suggestions and of the searches for them.
@Component
class SuggestionRows {

    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    SuggestionRows(DSLContext database, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    /// A pair as a search found it.
    record Found(int left, int right, double weight, double probability, List<SuggestionEvidence> evidence) {}

    /// Adds what is new and freshens what is open. What somebody has decided stays decided, also where a customer's
    /// page
    /// was the place, and what became one customer does not come back.
    void store(BrandId brand, Instant runAt, Collection<Found> found) {
        RowSet rows = new RowSet(
                SUGGESTION.BRAND_ID,
                SUGGESTION.LEFT_NO,
                SUGGESTION.RIGHT_NO,
                SUGGESTION.WEIGHT,
                SUGGESTION.PROBABILITY,
                SUGGESTION.EVIDENCE,
                SUGGESTION.STATE,
                SUGGESTION.FOUND_AT,
                SUGGESTION.RUN_AT);
        Instant now = clock.instant();
        found.forEach(pair -> rows.row(
                brand.value(),
                pair.left,
                pair.right,
                pair.weight,
                pair.probability,
                JSONB.valueOf(json.writeValueAsString(pair.evidence)),
                SuggestionState.OPEN.code(),
                now,
                runAt));
        if (rows.isEmpty()) {
            return;
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(SUGGESTION, given.columns())
                .select(DSL.select(given.fields())
                        .from(given.table())
                        .where(DSL.notExists(
                                separated(given.field(SUGGESTION.LEFT_NO), given.field(SUGGESTION.RIGHT_NO)))))
                .onConflict(SUGGESTION.BRAND_ID, SUGGESTION.LEFT_NO, SUGGESTION.RIGHT_NO)
                .doUpdate()
                .set(SUGGESTION.WEIGHT, DSL.excluded(SUGGESTION.WEIGHT))
                .set(SUGGESTION.PROBABILITY, DSL.excluded(SUGGESTION.PROBABILITY))
                .set(SUGGESTION.EVIDENCE, DSL.excluded(SUGGESTION.EVIDENCE))
                .set(SUGGESTION.STATE, SuggestionState.OPEN.code())
                .set(SUGGESTION.RUN_AT, runAt)
                .where(SUGGESTION
                        .STATE
                        .in(SuggestionState.OPEN.code(), SuggestionState.OBSOLETE.code())
                        .andNot(SUGGESTION.MERGED))
                .execute();
    }

    /// That an identifier of one and an identifier of the other are two people's by somebody's decision.
    private static Select<?> separated(Field<Integer> left, Field<Integer> right) {
        var mine = SEPARATION.as("mine");
        var theirs = SEPARATION.as("theirs");
        var one = IDENTIFIER.as("one");
        var other = IDENTIFIER.as("other");
        return DSL.selectOne()
                .from(one)
                .join(mine)
                .on(mine.NO.eq(one.NO))
                .join(theirs)
                .on(theirs.ID.eq(mine.ID), theirs.SIDE.ne(mine.SIDE))
                .join(other)
                .on(other.NO.eq(theirs.NO))
                .where(one.CUSTOMER_NO.eq(left), other.CUSTOMER_NO.eq(right));
    }

    /// What the search that began then did not find again has nothing left that speaks for it.
    void notFoundAgain(BrandId brand, Instant runAt) {
        database.update(SUGGESTION)
                .set(SUGGESTION.STATE, SuggestionState.OBSOLETE.code())
                .where(SUGGESTION.BRAND_ID.eq(brand.value()))
                .and(SUGGESTION.STATE.eq(SuggestionState.OPEN.code()))
                .and(SUGGESTION.RUN_AT.lt(runAt))
                .execute();
    }

    /// Heaviest first.
    List<SuggestionRecord> page(BrandId brand, SuggestionState state, @Nullable Condition after, int limit) {
        return database.selectFrom(SUGGESTION)
                .where(SUGGESTION.BRAND_ID.eq(brand.value()))
                .and(SUGGESTION.STATE.eq(state.code()))
                .and(after == null ? DSL.noCondition() : after)
                .orderBy(SUGGESTION.WEIGHT.desc(), SUGGESTION.LEFT_NO, SUGGESTION.RIGHT_NO)
                .limit(limit)
                .fetch();
    }

    /// Those behind a place in the list.
    static Condition behind(double weight, int left, int right) {
        return SUGGESTION
                .WEIGHT
                .lt(weight)
                .or(SUGGESTION
                        .WEIGHT
                        .eq(weight)
                        .and(DSL.row(SUGGESTION.LEFT_NO, SUGGESTION.RIGHT_NO).gt(left, right)));
    }

    Optional<SuggestionRecord> find(BrandId brand, CustomerNo left, CustomerNo right) {
        return database.selectFrom(SUGGESTION).where(pair(brand, left, right)).fetchOptional();
    }

    /// @return whether it was in one of those states
    boolean decide(
            BrandId brand, CustomerNo left, CustomerNo right, SuggestionState to, Collection<SuggestionState> from) {
        return database.update(SUGGESTION)
                        .set(SUGGESTION.STATE, to.code())
                        .set(SUGGESTION.DECIDED_AT, to == SuggestionState.OPEN ? null : clock.instant())
                        .set(
                                SUGGESTION.DECIDED_BY,
                                to == SuggestionState.OPEN
                                        ? null
                                        : Actor.current().name())
                        .where(pair(brand, left, right))
                        .and(SUGGESTION.STATE.in(
                                from.stream().map(SuggestionState::code).toList()))
                        .execute()
                == 1;
    }

    private static Condition pair(BrandId brand, CustomerNo left, CustomerNo right) {
        return SUGGESTION
                .BRAND_ID
                .eq(brand.value())
                .and(SUGGESTION.LEFT_NO.eq(Math.min(left.value(), right.value())))
                .and(SUGGESTION.RIGHT_NO.eq(Math.max(left.value(), right.value())));
    }

    List<SuggestionEvidence> evidence(SuggestionRecord row) {
        return json.readValue(row.getEvidence().data(), new TypeReference<List<SuggestionEvidence>>() {});
    }

    long open(BrandId brand) {
        return database.fetchCount(
                SUGGESTION,
                SUGGESTION.BRAND_ID.eq(brand.value()).and(SUGGESTION.STATE.eq(SuggestionState.OPEN.code())));
    }

    Optional<SuggestionRunRecord> lastRun(BrandId brand) {
        return database.selectFrom(SUGGESTION_RUN)
                .where(SUGGESTION_RUN.BRAND_ID.eq(brand.value()))
                .fetchOptional();
    }

    void started(BrandId brand, JobId job, long logEnd) {
        database.insertInto(SUGGESTION_RUN)
                .set(SUGGESTION_RUN.BRAND_ID, brand.value())
                .set(SUGGESTION_RUN.JOB_ID, job.value())
                .set(SUGGESTION_RUN.STARTED_AT, clock.instant())
                .set(SUGGESTION_RUN.LOG_END, logEnd)
                .onConflict(SUGGESTION_RUN.BRAND_ID)
                .doUpdate()
                .set(SUGGESTION_RUN.JOB_ID, job.value())
                .set(SUGGESTION_RUN.STARTED_AT, clock.instant())
                .set(SUGGESTION_RUN.LOG_END, logEnd)
                .setNull(SUGGESTION_RUN.FINISHED_AT)
                .execute();
    }

    void finished(BrandId brand, int customers, int found) {
        database.update(SUGGESTION_RUN)
                .set(SUGGESTION_RUN.FINISHED_AT, clock.instant())
                .set(SUGGESTION_RUN.CUSTOMERS, customers)
                .set(SUGGESTION_RUN.FOUND, found)
                .where(SUGGESTION_RUN.BRAND_ID.eq(brand.value()))
                .execute();
    }

    /// Lets one start of a brand's search wait for another; until the transaction ends.
    void oneAtATime(BrandId brand) {
        database.execute("select pg_advisory_xact_lock({0}, {1})", DSL.inline(0x5E66), DSL.inline((int) brand.value()));
    }
}
