package io.waterwheel.exchange.webhook;

import static io.waterwheel.exchange.generated.Tables.DEAD_LETTER;
import static io.waterwheel.exchange.generated.Tables.WEBHOOK;

import io.waterwheel.exchange.generated.tables.records.DeadLetterRecord;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.time.InstantSource;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What could not be delivered, until it is delivered after all or thrown away.
@Component
class DeadLetters {

    private static final int REPLAYED_AT_ONCE = 100;

    private final DSLContext database;
    private final InstantSource clock;

    DeadLetters(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Page<DeadLetter> page(long webhook, PageRequest request) {
        Condition which = DEAD_LETTER.WEBHOOK_ID.eq(webhook);
        Cursor cursor = Cursor.decode(request.cursor(), 1);
        if (cursor != null) {
            which = which.and(DEAD_LETTER.POSITION.lt(cursor.number(0)));
        }
        List<DeadLetter> found = database.selectFrom(DEAD_LETTER)
                .where(which)
                .orderBy(DEAD_LETTER.POSITION.desc())
                .limit(request.size() + 1)
                .fetch(DeadLetters::letter);
        return Page.of(found, request.size(), letter -> Cursor.of(letter.position()));
    }

    /// Those asked for, in log order.
    List<DeadLetter> toReplay(long webhook) {
        return database.selectFrom(DEAD_LETTER)
                .where(DEAD_LETTER.WEBHOOK_ID.eq(webhook))
                .and(DEAD_LETTER.REPLAY)
                .orderBy(DEAD_LETTER.POSITION)
                .limit(REPLAYED_AT_ONCE)
                .fetch(DeadLetters::letter);
    }

    /// Asks for another delivery.
    ///
    /// @param letters which; null for all of the webhook's
    /// @return how many
    int replay(long webhook, @Nullable List<Long> letters) {
        return database.update(DEAD_LETTER)
                .set(DEAD_LETTER.REPLAY, true)
                .where(which(webhook, letters))
                .execute();
    }

    int discard(long webhook, @Nullable List<Long> letters) {
        return database.deleteFrom(DEAD_LETTER).where(which(webhook, letters)).execute();
    }

    private static Condition which(long webhook, @Nullable List<Long> letters) {
        Condition ofWebhook = DEAD_LETTER.WEBHOOK_ID.eq(webhook);
        return letters == null ? ofWebhook : ofWebhook.and(DEAD_LETTER.ID.eq(DSL.any(letters.toArray(Long[]::new))));
    }

    void delivered(long webhook, long letter) {
        database.transaction(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            transaction.deleteFrom(DEAD_LETTER).where(DEAD_LETTER.ID.eq(letter)).execute();
            transaction
                    .update(WEBHOOK)
                    .set(WEBHOOK.DELIVERED, WEBHOOK.DELIVERED.plus(1))
                    .set(WEBHOOK.LAST_DELIVERED_AT, clock.instant())
                    .where(WEBHOOK.ID.eq(webhook))
                    .execute();
        });
    }

    void failed(long letter, Attempt.Failed failed) {
        database.update(DEAD_LETTER)
                .set(DEAD_LETTER.REPLAY, false)
                .set(DEAD_LETTER.ATTEMPTS, DEAD_LETTER.ATTEMPTS.plus(1))
                .set(DEAD_LETTER.FAILURE, failed.failure().code())
                .set(DEAD_LETTER.STATUS, failed.status())
                .set(DEAD_LETTER.LAST_TRY_AT, clock.instant())
                .where(DEAD_LETTER.ID.eq(letter))
                .execute();
    }

    private static DeadLetter letter(DeadLetterRecord row) {
        return new DeadLetter(
                row.getId(),
                row.getPosition(),
                row.getEvent(),
                row.getAttempts(),
                Failure.of(row.getFailure()),
                row.getStatus(),
                row.getPutAt(),
                row.getLastTryAt(),
                row.getReplay());
    }
}
