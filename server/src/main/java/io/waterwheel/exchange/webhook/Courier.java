package io.waterwheel.exchange.webhook;

import io.waterwheel.exchange.event.EventFilter;
import io.waterwheel.exchange.event.EventReading;
import io.waterwheel.exchange.event.EventReading.Piece;
import io.waterwheel.exchange.generated.tables.records.WebhookRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.LoggedEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Brings one webhook what it has coming, one event after the other. An event that is not taken holds up those
/// behind it until it is tried again; after a day it is put aside. A kill between delivery and the note of it means
/// that the same message, under the same id, comes once more.
@Component
class Courier {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);

    private final WebhookRows rows;
    private final DeadLetters deadLetters;
    private final Deliveries deliveries;
    private final EventReading events;
    private final InstantSource clock;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Courier(
            WebhookRows rows,
            DeadLetters deadLetters,
            Deliveries deliveries,
            EventReading events,
            InstantSource clock) {
        this.rows = rows;
        this.deadLetters = deadLetters;
        this.deliveries = deliveries;
        this.events = events;
        this.clock = clock;
    }

    /// Works until there is nothing to do for now.
    void run(long id, BooleanSupplier stopping) {
        Optional<WebhookRecord> leased = rows.lease(id);
        if (leased.isEmpty()) {
            return;
        }
        try {
            WebhookRecord webhook = leased.get();
            replay(webhook, stopping);
            follow(webhook, stopping);
        } finally {
            rows.release(id);
        }
    }

    private void replay(WebhookRecord webhook, BooleanSupplier stopping) {
        for (DeadLetter letter : deadLetters.toReplay(webhook.getId())) {
            if (stopping.getAsBoolean() || rows.lease(webhook.getId()).isEmpty()) {
                return;
            }
            Optional<LoggedEvent> event = events.at(letter.position());
            if (event.isEmpty()) {
                deadLetters.discard(webhook.getId(), List.of(letter.id()));
                continue;
            }
            switch (deliveries.deliver(webhook, event.get())) {
                case Attempt.Delivered done -> deadLetters.delivered(webhook.getId(), letter.id());
                case Attempt.Failed failed -> deadLetters.failed(letter.id(), failed);
            }
        }
    }

    private void follow(WebhookRecord leased, BooleanSupplier stopping) {
        WebhookRecord webhook = leased;
        while (!stopping.getAsBoolean() && isDue(webhook)) {
            EventFilter filter = new EventFilter(new BrandId(webhook.getBrandId()), Set.of(webhook.getEvents()));
            Piece piece = events.after(webhook.getPosition(), filter);
            for (LoggedEvent event : piece.wanted()) {
                Optional<WebhookRecord> next = stopping.getAsBoolean() ? Optional.empty() : deliver(webhook, event);
                if (next.isEmpty()) {
                    return;
                }
                webhook = next.get();
            }
            if (piece.through() == webhook.getPosition() && piece.wanted().isEmpty()) {
                return;
            }
            Optional<WebhookRecord> next = rows.passed(webhook.getId(), piece.through());
            if (next.isEmpty()) {
                return;
            }
            webhook = next.get();
        }
    }

    private boolean isDue(WebhookRecord webhook) {
        Instant next = webhook.getNextTryAt();
        return next == null || !next.isAfter(clock.instant());
    }

    /// @return the webhook as it is now, empty when there is nothing more to do for now
    private Optional<WebhookRecord> deliver(WebhookRecord webhook, LoggedEvent event) {
        return switch (deliveries.deliver(webhook, event)) {
            case Attempt.Delivered done -> rows.delivered(webhook.getId(), event.position());
            case Attempt.Failed failed -> failed(webhook, event, failed);
        };
    }

    private Optional<WebhookRecord> failed(WebhookRecord webhook, LoggedEvent event, Attempt.Failed failed) {
        Instant now = clock.instant();
        long id = webhook.getId();
        int attempts = webhook.getAttempts() + 1;
        if (failed.failure() == Failure.GONE || past(webhook.getFailingSince(), RetrySchedule.PATIENCE, now)) {
            rows.disable(id, failed);
            log.warn("webhook.disabled id={} failure={}", id, failed.failure().code());
            return Optional.empty();
        }
        boolean rejected = failed.failure() == Failure.REJECTED && attempts >= RetrySchedule.TRIES_WHEN_REJECTED;
        if (rejected || past(webhook.getTriedSince(), RetrySchedule.DAY, now)) {
            log.warn(
                    "webhook.dead-letter id={} position={} failure={} attempts={}",
                    id,
                    event.position(),
                    failed.failure().code(),
                    attempts);
            return rows.putAside(id, event.position(), event.name(), attempts, failed);
        }
        rows.failed(id, failed, now.plus(RetrySchedule.pause(attempts, random)));
        return Optional.empty();
    }

    private static boolean past(@org.jspecify.annotations.Nullable Instant since, Duration most, Instant now) {
        return since != null && !since.plus(most).isAfter(now);
    }
}
