package io.waterwheel.exchange.topic;

import static io.waterwheel.exchange.generated.Tables.OUTLET;

import io.waterwheel.access.Brand;
import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.NewName;
import io.waterwheel.exchange.event.EventReading;
import io.waterwheel.exchange.generated.tables.records.OutletRecord;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A brand's outlets, from the side of the people who look after them.
@Component
public class Outlets {

    private final DSLContext database;
    private final EventReading events;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    Outlets(DSLContext database, EventReading events, Vault vault, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.events = events;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    public List<Outlet> of(Brand brand) {
        return database.selectFrom(OUTLET)
                .where(OUTLET.BRAND_ID.eq(brand.id().value()))
                .orderBy(OUTLET.ID)
                .fetch(this::outlet);
    }

    /// @throws Problem `not-found`
    public Outlet get(Brand brand, long id) {
        return outlet(row(brand, id));
    }

    /// @throws Problem `invalid`, `exchange-name-taken`
    @Transactional
    public Outlet create(Brand brand, OutletSettings settings) {
        OutletRecord row = database.newRecord(OUTLET);
        set(row, settings, null);
        row.setBrandId(brand.id().value());
        row.setState(FlowState.ACTIVE.code());
        row.setPosition(settings.withPast() ? 0 : events.end());
        row.setSent(0L);
        row.setAttempts(0);
        row.setCreatedAt(clock.instant());
        store(row);
        record("outlet.create", brand, row);
        return get(brand, row.getId());
    }

    /// @throws Problem as [#create]; `not-found`
    @Transactional
    public Outlet change(Brand brand, long id, OutletSettings settings) {
        OutletRecord row = row(brand, id);
        set(row, settings, row.getSealedPassword());
        row.setNextTryAt(null);
        store(row);
        record("outlet.change", brand, row);
        return get(brand, id);
    }

    @Transactional
    public Outlet state(Brand brand, long id, FlowState state) {
        OutletRecord row = row(brand, id);
        row.setState(state.code());
        row.setNextTryAt(null);
        row.store();
        record(state == FlowState.PAUSED ? "outlet.pause" : "outlet.resume", brand, row);
        return get(brand, id);
    }

    @Transactional
    public void remove(Brand brand, long id) {
        OutletRecord row = row(brand, id);
        row.delete();
        record("outlet.remove", brand, row);
    }

    private void set(OutletRecord row, OutletSettings settings, @Nullable String sealedPassword) {
        String topic = settings.topic().strip();
        String known = sealedPassword == null ? null : vault.open(sealedPassword);
        KafkaConnection given = settings.connection();
        KafkaConnection connection =
                KafkaConnections.checked(given.password() == null ? given.withPassword(known) : given, topic);
        row.setName(NewName.checked(settings.name()));
        row.setServers(connection.servers());
        row.setTopic(topic);
        row.setTls(connection.tls());
        row.setMechanism(connection.mechanism().code());
        row.setUsername(connection.username());
        String password = connection.password();
        row.setSealedPassword(password == null ? null : vault.seal(password));
        row.setAuthority(connection.authority());
        row.setEvents(settings.events().stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray(String[]::new));
        row.setPersonalData(settings.withPersonalData());
    }

    private static void store(OutletRecord row) {
        try {
            row.store();
        } catch (DuplicateKeyException e) {
            throw new Problem(ExchangeProblem.EXCHANGE_NAME_TAKEN, e).with("name", row.getName());
        }
    }

    private void record(String action, Brand brand, OutletRecord row) {
        audit.record(
                action,
                "outlet/" + row.getId(),
                Map.of(
                        "brand", brand.key(),
                        "name", row.getName(),
                        "servers", row.getServers(),
                        "topic", row.getTopic(),
                        "personalData", row.getPersonalData()));
    }

    private OutletRecord row(Brand brand, long id) {
        Condition which = OUTLET.ID.eq(id).and(OUTLET.BRAND_ID.eq(brand.id().value()));
        return database.selectFrom(OUTLET)
                .where(which)
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "outlet " + id));
    }

    private Outlet outlet(OutletRecord row) {
        String failure = row.getFailure();
        return new Outlet(
                row.getId(),
                row.getName(),
                OutletRows.connection(row, null),
                row.getTopic(),
                List.of(row.getEvents()),
                row.getPersonalData(),
                FlowState.of(row.getState()),
                Math.max(0, events.end() - row.getPosition()),
                row.getSent(),
                row.getLastSentAt(),
                row.getAttempts(),
                row.getFailingSince(),
                row.getNextTryAt(),
                failure == null ? null : KafkaFailure.of(failure),
                row.getCreatedAt());
    }
}
