package io.waterwheel.exchange.webhook;

import static io.waterwheel.exchange.generated.Tables.DEAD_LETTER;
import static io.waterwheel.exchange.generated.Tables.WEBHOOK;

import io.waterwheel.exchange.Node;
import io.waterwheel.exchange.generated.tables.records.WebhookRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a courier reads and writes of its webhook. Every write renews the lease and changes nothing when another node
/// or a person was quicker.
@Component
class WebhookRows {

    /// Longer than a delivery may take, so that a living node never loses its lease in the middle of one.
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DSLContext database;
    private final InstantSource clock;
    private final Node node;

    WebhookRows(DSLContext database, InstantSource clock, Node node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /// The webhooks for which there is something to do now.
    List<Long> due(long logEnd) {
        Instant now = clock.instant();
        return database.select(WEBHOOK.ID)
                .from(WEBHOOK)
                .where(WEBHOOK.STATE.eq(WebhookState.ACTIVE.code()))
                .and(free(now))
                .and(WEBHOOK.POSITION
                        .lt(logEnd)
                        .and(WEBHOOK.NEXT_TRY_AT.isNull().or(WEBHOOK.NEXT_TRY_AT.le(now)))
                        .or(DSL.exists(DSL.selectOne()
                                .from(DEAD_LETTER)
                                .where(DEAD_LETTER.WEBHOOK_ID.eq(WEBHOOK.ID))
                                .and(DEAD_LETTER.REPLAY))))
                .fetch(WEBHOOK.ID);
    }

    private Condition free(Instant now) {
        return WEBHOOK.LEASED_BY.isNull().or(WEBHOOK.LEASED_BY.eq(node.id())).or(WEBHOOK.LEASED_UNTIL.le(now));
    }

    /// Takes the webhook for this node.
    ///
    /// @return empty when another has it, or it is not active any more
    Optional<WebhookRecord> lease(long id) {
        Instant now = clock.instant();
        return database.update(WEBHOOK)
                .set(WEBHOOK.LEASED_BY, node.id())
                .set(WEBHOOK.LEASED_UNTIL, now.plus(LEASE))
                .where(WEBHOOK.ID.eq(id))
                .and(WEBHOOK.STATE.eq(WebhookState.ACTIVE.code()))
                .and(free(now))
                .returning()
                .fetchOptional();
    }

    void release(long id) {
        database.update(WEBHOOK)
                .setNull(WEBHOOK.LEASED_BY)
                .setNull(WEBHOOK.LEASED_UNTIL)
                .where(mine(id))
                .execute();
    }

    private Condition mine(long id) {
        return WEBHOOK.ID.eq(id).and(WEBHOOK.LEASED_BY.eq(node.id()));
    }

    private Condition mineAndActive(long id) {
        return mine(id).and(WEBHOOK.STATE.eq(WebhookState.ACTIVE.code()));
    }

    /// Nothing up to here was wanted.
    Optional<WebhookRecord> passed(long id, long position) {
        return database.update(WEBHOOK)
                .set(WEBHOOK.POSITION, DSL.greatest(WEBHOOK.POSITION, DSL.val(position)))
                .set(WEBHOOK.LEASED_UNTIL, clock.instant().plus(LEASE))
                .where(mineAndActive(id))
                .returning()
                .fetchOptional();
    }

    /// The event at `position` was delivered.
    Optional<WebhookRecord> delivered(long id, long position) {
        Instant now = clock.instant();
        return database.update(WEBHOOK)
                .set(WEBHOOK.POSITION, DSL.greatest(WEBHOOK.POSITION, DSL.val(position)))
                .set(WEBHOOK.DELIVERED, WEBHOOK.DELIVERED.plus(1))
                .set(WEBHOOK.LAST_DELIVERED_AT, now)
                .set(WEBHOOK.ATTEMPTS, 0)
                .setNull(WEBHOOK.TRIED_SINCE)
                .setNull(WEBHOOK.FAILING_SINCE)
                .setNull(WEBHOOK.NEXT_TRY_AT)
                .setNull(WEBHOOK.FAILURE)
                .setNull(WEBHOOK.FAILURE_STATUS)
                .set(WEBHOOK.LEASED_UNTIL, now.plus(LEASE))
                .where(mine(id))
                .returning()
                .fetchOptional()
                .filter(row -> row.getState().equals(WebhookState.ACTIVE.code()));
    }

    /// The event after the position is tried again at `nextTry`.
    void failed(long id, Attempt.Failed failed, Instant nextTry) {
        Instant now = clock.instant();
        database.update(WEBHOOK)
                .set(WEBHOOK.ATTEMPTS, WEBHOOK.ATTEMPTS.plus(1))
                .set(WEBHOOK.TRIED_SINCE, DSL.coalesce(WEBHOOK.TRIED_SINCE, DSL.val(now)))
                .set(WEBHOOK.FAILING_SINCE, DSL.coalesce(WEBHOOK.FAILING_SINCE, DSL.val(now)))
                .set(WEBHOOK.NEXT_TRY_AT, nextTry)
                .set(WEBHOOK.FAILURE, failed.failure().code())
                .set(WEBHOOK.FAILURE_STATUS, failed.status())
                .where(mine(id))
                .execute();
    }

    /// Stops for good until a person looks at it.
    void disable(long id, Attempt.Failed failed) {
        Instant now = clock.instant();
        database.update(WEBHOOK)
                .set(WEBHOOK.STATE, WebhookState.DISABLED.code())
                .set(WEBHOOK.ATTEMPTS, WEBHOOK.ATTEMPTS.plus(1))
                .set(WEBHOOK.FAILING_SINCE, DSL.coalesce(WEBHOOK.FAILING_SINCE, DSL.val(now)))
                .setNull(WEBHOOK.NEXT_TRY_AT)
                .set(WEBHOOK.FAILURE, failed.failure().code())
                .set(WEBHOOK.FAILURE_STATUS, failed.status())
                .where(mine(id))
                .execute();
    }

    /// Leaves the event at `position` behind as a dead letter, so that the next has its turn.
    Optional<WebhookRecord> putAside(long id, long position, String event, int attempts, Attempt.Failed failed) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            Instant now = clock.instant();
            WebhookRecord row = transaction
                    .update(WEBHOOK)
                    .set(WEBHOOK.POSITION, DSL.greatest(WEBHOOK.POSITION, DSL.val(position)))
                    .set(WEBHOOK.ATTEMPTS, 0)
                    .setNull(WEBHOOK.TRIED_SINCE)
                    .set(WEBHOOK.FAILING_SINCE, DSL.coalesce(WEBHOOK.FAILING_SINCE, DSL.val(now)))
                    .setNull(WEBHOOK.NEXT_TRY_AT)
                    .set(WEBHOOK.FAILURE, failed.failure().code())
                    .set(WEBHOOK.FAILURE_STATUS, failed.status())
                    .set(WEBHOOK.LEASED_UNTIL, now.plus(LEASE))
                    .where(mineAndActive(id))
                    .returning()
                    .fetchOne();
            if (row == null) {
                return Optional.empty();
            }
            insertDeadLetter(transaction, id, position, event, attempts, failed.failure(), failed.status(), now);
            return Optional.of(row);
        });
    }

    static void insertDeadLetter(
            DSLContext transaction,
            long id,
            long position,
            String event,
            int attempts,
            Failure failure,
            @Nullable Integer status,
            Instant now) {
        transaction
                .insertInto(DEAD_LETTER)
                .set(DEAD_LETTER.WEBHOOK_ID, id)
                .set(DEAD_LETTER.POSITION, position)
                .set(DEAD_LETTER.EVENT, event)
                .set(DEAD_LETTER.ATTEMPTS, attempts)
                .set(DEAD_LETTER.FAILURE, failure.code())
                .set(DEAD_LETTER.STATUS, status)
                .set(DEAD_LETTER.PUT_AT, now)
                .set(DEAD_LETTER.LAST_TRY_AT, now)
                .onConflictDoNothing()
                .execute();
    }
}
