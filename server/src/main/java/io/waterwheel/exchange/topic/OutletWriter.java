package io.waterwheel.exchange.topic;

import io.waterwheel.exchange.event.EventFilter;
import io.waterwheel.exchange.event.EventMessages;
import io.waterwheel.exchange.event.EventReading;
import io.waterwheel.exchange.event.EventReading.Piece;
import io.waterwheel.exchange.generated.tables.records.OutletRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Lets a brand's events flow to a topic, batch by batch. The position moves when the brokers have acknowledged a
/// batch; after a kill between the two that batch is sent again.
@Component
class OutletWriter {

    private static final Logger log = LoggerFactory.getLogger(OutletWriter.class);

    private final OutletRows rows;
    private final EventReading events;
    private final EventMessages messages;
    private final Vault vault;
    private final InstantSource clock;
    private final RandomGenerator random = RandomGenerator.getDefault();
    private final Map<Long, OutletProducer> producers = new ConcurrentHashMap<>();

    OutletWriter(OutletRows rows, EventReading events, EventMessages messages, Vault vault, InstantSource clock) {
        this.rows = rows;
        this.events = events;
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
    }

    /// Works until there is nothing to do for now.
    void run(long id, BooleanSupplier stopping) {
        Optional<OutletRecord> leased = rows.lease(id);
        if (leased.isEmpty()) {
            close(id);
            return;
        }
        try {
            follow(leased.get(), stopping);
        } finally {
            rows.release(id);
        }
    }

    private void follow(OutletRecord leased, BooleanSupplier stopping) {
        OutletRecord outlet = leased;
        while (!stopping.getAsBoolean()) {
            EventFilter filter = new EventFilter(new BrandId(outlet.getBrandId()), Set.of(outlet.getEvents()));
            Piece piece = events.after(outlet.getPosition(), filter);
            if (piece.through() == outlet.getPosition()) {
                return;
            }
            if (!piece.wanted().isEmpty() && !send(outlet, piece)) {
                return;
            }
            Optional<OutletRecord> next =
                    rows.sent(outlet.getId(), piece.through(), piece.wanted().size());
            if (next.isEmpty()) {
                close(outlet.getId());
                return;
            }
            outlet = next.get();
        }
    }

    private boolean send(OutletRecord outlet, Piece piece) {
        String sealed = outlet.getSealedPassword();
        KafkaConnection connection = OutletRows.connection(outlet, sealed == null ? null : vault.open(sealed));
        try {
            producer(outlet, connection).send(piece.wanted(), messages, outlet.getPersonalData());
            return true;
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | KafkaException e) {
            close(outlet.getId());
            KafkaFailure failure = KafkaDiagnosis.of(e, connection, outlet.getTopic());
            int attempts = outlet.getAttempts() + 1;
            Instant nextTry = clock.instant().plus(KafkaPause.after(attempts, random));
            rows.failed(outlet.getId(), failure, nextTry);
            if (attempts == 1) {
                log.warn("outlet.failing id={} failure={} cause={}", outlet.getId(), failure.code(), e.toString());
            }
            return false;
        }
    }

    private OutletProducer producer(OutletRecord outlet, KafkaConnection connection) {
        OutletProducer known = producers.get(outlet.getId());
        if (known != null && known.speaksTo(connection, outlet.getTopic())) {
            return known;
        }
        close(outlet.getId());
        OutletProducer fresh = new OutletProducer(connection, outlet.getTopic());
        producers.put(outlet.getId(), fresh);
        return fresh;
    }

    private void close(long id) {
        OutletProducer producer = producers.remove(id);
        if (producer != null) {
            producer.close();
        }
    }

    void closeAll() {
        Set.copyOf(producers.keySet()).forEach(this::close);
    }
}
