package io.waterwheel.exchange.webhook;

import static io.waterwheel.exchange.generated.Tables.DEAD_LETTER;
import static io.waterwheel.exchange.generated.Tables.WEBHOOK;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.NewName;
import io.waterwheel.exchange.event.EventFilter;
import io.waterwheel.exchange.event.EventReading;
import io.waterwheel.exchange.generated.tables.records.WebhookRecord;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A brand's webhooks, from the side of the people who look after them.
@Component
public class Webhooks {

    private final DSLContext database;
    private final WebhookAddresses addresses;
    private final DeadLetters deadLetters;
    private final Deliveries deliveries;
    private final EventReading events;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    Webhooks(
            DSLContext database,
            WebhookAddresses addresses,
            DeadLetters deadLetters,
            Deliveries deliveries,
            EventReading events,
            Vault vault,
            AuditTrail audit,
            InstantSource clock) {
        this.database = database;
        this.addresses = addresses;
        this.deadLetters = deadLetters;
        this.deliveries = deliveries;
        this.events = events;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Webhook> of(Brand brand) {
        return fetch(WEBHOOK.BRAND_ID.eq(brand.id().value()));
    }

    /// @throws Problem `not-found`
    public Webhook get(Brand brand, long id) {
        return fetch(which(brand, id)).stream().findFirst().orElseThrow(() -> missing(id));
    }

    /// @throws Problem `invalid`, `exchange-name-taken`, `webhook-address-private`
    @Transactional
    public IssuedSecret create(Brand brand, WebhookSettings settings) {
        Secret secret = Secret.random();
        WebhookRecord row = database.newRecord(WEBHOOK);
        set(row, settings);
        row.setBrandId(brand.id().value());
        row.setSealedSecret(vault.seal(secret.text()));
        row.setState(WebhookState.ACTIVE.code());
        row.setPosition(settings.withPast() ? 0 : events.end());
        row.setAttempts(0);
        row.setDelivered(0L);
        row.setCreatedAt(clock.instant());
        store(row);
        record("webhook.create", brand, row);
        return new IssuedSecret(get(brand, row.getId()), secret.text());
    }

    /// @throws Problem as [#create]; `not-found`
    @Transactional
    public Webhook change(Brand brand, long id, WebhookSettings settings) {
        WebhookRecord row = row(brand, id);
        set(row, settings);
        // Perhaps this is what it was waiting for.
        row.setNextTryAt(null);
        store(row);
        record("webhook.change", brand, row);
        return get(brand, id);
    }

    @Transactional
    public Webhook pause(Brand brand, long id) {
        WebhookRecord row = row(brand, id);
        row.setState(WebhookState.PAUSED.code());
        row.store();
        record("webhook.pause", brand, row);
        return get(brand, id);
    }

    /// Lets it go on where it stopped, at once.
    @Transactional
    public Webhook resume(Brand brand, long id) {
        WebhookRecord row = row(brand, id);
        row.setState(WebhookState.ACTIVE.code());
        row.setAttempts(0);
        row.setTriedSince(null);
        row.setFailingSince(null);
        row.setNextTryAt(null);
        row.store();
        record("webhook.resume", brand, row);
        return get(brand, id);
    }

    /// Makes another secret; the one before signs nothing any more.
    @Transactional
    public IssuedSecret renewSecret(Brand brand, long id) {
        Secret secret = Secret.random();
        WebhookRecord row = row(brand, id);
        row.setSealedSecret(vault.seal(secret.text()));
        row.store();
        record("webhook.secret", brand, row);
        return new IssuedSecret(get(brand, id), secret.text());
    }

    @Transactional
    public void remove(Brand brand, long id) {
        WebhookRecord row = row(brand, id);
        row.delete();
        record("webhook.remove", brand, row);
    }

    /// Posts a message that tells of nothing, outside the order of events.
    public WebhookTest test(Brand brand, long id) {
        WebhookRecord row = row(brand, id);
        return switch (deliveries.greet(row, "msg_test_" + UUID.randomUUID())) {
            case Attempt.Delivered(int status) -> new WebhookTest(true, null, status);
            case Attempt.Failed(Failure failure, Integer status) -> new WebhookTest(false, failure, status);
        };
    }

    /// Puts the event that cannot be delivered aside now rather than after a day.
    @Transactional
    public Webhook skip(Brand brand, long id) {
        WebhookRecord row = row(brand, id);
        LoggedEvent next = row.getAttempts() == 0 ? null : next(brand, row);
        if (next != null && passOver(row, next)) {
            WebhookRows.insertDeadLetter(
                    database,
                    id,
                    next.position(),
                    next.name(),
                    row.getAttempts(),
                    Failure.SKIPPED,
                    row.getFailureStatus(),
                    clock.instant());
            audit.record("webhook.skip", "webhook/" + id, Map.of("brand", brand.key(), "position", next.position()));
        }
        return get(brand, id);
    }

    /// @return false when it was delivered in the meantime
    private boolean passOver(WebhookRecord row, LoggedEvent next) {
        return database.update(WEBHOOK)
                        .set(WEBHOOK.POSITION, next.position())
                        .set(WEBHOOK.ATTEMPTS, 0)
                        .setNull(WEBHOOK.TRIED_SINCE)
                        .setNull(WEBHOOK.NEXT_TRY_AT)
                        .where(WEBHOOK.ID.eq(row.getId()))
                        .and(WEBHOOK.POSITION.eq(row.getPosition()))
                        .execute()
                == 1;
    }

    private @Nullable LoggedEvent next(Brand brand, WebhookRecord row) {
        EventFilter filter = new EventFilter(brand.id(), Set.of(row.getEvents()));
        EventReading.Piece piece = events.after(row.getPosition(), filter);
        while (piece.wanted().isEmpty() && piece.through() < events.end()) {
            piece = events.after(piece.through(), filter);
        }
        return piece.wanted().isEmpty() ? null : piece.wanted().getFirst();
    }

    public Page<DeadLetter> deadLetters(Brand brand, long id, PageRequest page) {
        row(brand, id);
        return deadLetters.page(id, page);
    }

    /// @param letters which; null for all
    /// @return how many
    @Transactional
    public int replay(Brand brand, long id, @Nullable List<Long> letters) {
        row(brand, id);
        int asked = deadLetters.replay(id, letters);
        audit.record("webhook.replay", "webhook/" + id, Map.of("brand", brand.key(), "deadLetters", asked));
        return asked;
    }

    /// @param letters which; null for all
    /// @return how many
    @Transactional
    public int discard(Brand brand, long id, @Nullable List<Long> letters) {
        row(brand, id);
        int gone = deadLetters.discard(id, letters);
        audit.record("webhook.discard", "webhook/" + id, Map.of("brand", brand.key(), "deadLetters", gone));
        return gone;
    }

    private void set(WebhookRecord row, WebhookSettings settings) {
        row.setName(NewName.checked(settings.name()));
        row.setUrl(addresses.checked(settings.url()));
        row.setEvents(settings.events().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray(String[]::new));
        row.setPersonalData(settings.withPersonalData());
    }

    private static void store(WebhookRecord row) {
        try {
            row.store();
        } catch (DuplicateKeyException e) {
            throw new Problem(ExchangeProblem.EXCHANGE_NAME_TAKEN, e).with("name", row.getName());
        }
    }

    private void record(String action, Brand brand, WebhookRecord row) {
        audit.record(
                action,
                "webhook/" + row.getId(),
                Map.of(
                        "brand", brand.key(),
                        "name", row.getName(),
                        "host", WebhookAddresses.host(row.getUrl()),
                        "personalData", row.getPersonalData()));
    }

    private WebhookRecord row(Brand brand, long id) {
        return database.selectFrom(WEBHOOK)
                .where(which(brand, id))
                .fetchOptional()
                .orElseThrow(() -> missing(id));
    }

    private static Condition which(Brand brand, long id) {
        return WEBHOOK.ID.eq(id).and(WEBHOOK.BRAND_ID.eq(brand.id().value()));
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "webhook " + id);
    }

    private List<Webhook> fetch(Condition which) {
        long end = events.end();
        var letters = DSL.field(DSL.selectCount().from(DEAD_LETTER).where(DEAD_LETTER.WEBHOOK_ID.eq(WEBHOOK.ID)))
                .as("letters");
        return database.select(WEBHOOK.fields())
                .select(letters)
                .from(WEBHOOK)
                .where(which)
                .orderBy(WEBHOOK.ID)
                .fetch(found -> {
                    WebhookRecord row = found.into(WEBHOOK);
                    String failure = row.getFailure();
                    return new Webhook(
                            row.getId(),
                            row.getName(),
                            row.getUrl(),
                            List.of(row.getEvents()),
                            row.getPersonalData(),
                            WebhookState.of(row.getState()),
                            Math.max(0, end - row.getPosition()),
                            row.getDelivered(),
                            row.getLastDeliveredAt(),
                            row.getAttempts(),
                            row.getFailingSince(),
                            row.getNextTryAt(),
                            failure == null ? null : Failure.of(failure),
                            row.getFailureStatus(),
                            found.get(letters),
                            row.getCreatedAt());
                });
    }
}
