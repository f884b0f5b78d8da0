package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

@Component
class PostgresRetractions implements Retractions {

    private final DSLContext database;
    private final EventWriter writer;
    private final SubjectResolver subjects;
    private final List<Projection> projections;
    private final LogSignal signal;

    PostgresRetractions(
            DSLContext database,
            EventWriter writer,
            SubjectResolver subjects,
            List<Projection> projections,
            LogSignal signal) {
        this.database = database;
        this.writer = writer;
        this.subjects = subjects;
        this.projections = projections;
        this.signal = signal;
    }

    @Override
    public int retract(BrandId brand, String source, Collection<String> messageIds, NewEvent because) {
        UUID[] keys =
                messageIds.stream().map(id -> EventKey.of(brand, source, id)).toArray(UUID[]::new);
        try {
            int retracted = database.transactionResult(configuration -> retract(configuration.dsl(), keys, because));
            signal.appended(EventWriter.end(database));
            return retracted;
        } catch (RuntimeException e) {
            // What was remembered of customers made anew did not become true.
            subjects.forget();
            projections.forEach(Projection::forget);
            throw e;
        }
    }

    private int retract(DSLContext transaction, UUID[] keys, NewEvent because) {
        EventWriter.lock(transaction);
        List<Retracted> found = transaction
                .select(EVENT.POSITION, EVENT.CUSTOMER_NO)
                .from(EVENT)
                .where(EVENT.KEY.eq(DSL.any(keys)))
                .fetch(row -> retracted(row.value1(), row.value2()));
        if (found.isEmpty()) {
            return 0;
        }
        long position = writer.appendOwn(transaction, because);
        Long[] positions = found.stream().map(Retracted::position).toArray(Long[]::new);
        transaction
                .update(EVENT)
                .set(EVENT.RETRACTED_BY, position)
                .setNull(EVENT.KEY)
                .where(EVENT.POSITION.eq(DSL.any(positions)))
                .execute();
        projections.forEach(projection -> projection.retracted(transaction, List.of(positions)));
        Set<CustomerNo> numbers = found.stream()
                .map(Retracted::writtenUnder)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        subjects.renew(transaction, numbers);
        return found.size();
    }

    private static Retracted retracted(long position, Integer number) {
        return new Retracted(position, number == null ? null : new CustomerNo(number));
    }

    @Override
    public List<Retracted> by(long position) {
        return database.select(EVENT.POSITION, EVENT.CUSTOMER_NO)
                .from(EVENT)
                .where(EVENT.RETRACTED_BY.eq(position))
                .fetch(row -> retracted(row.value1(), row.value2()));
    }

    @Override
    public List<LoggedEvent> events(long position, Collection<String> names) {
        return database.selectFrom(EVENT)
                .where(EVENT.RETRACTED_BY.eq(position))
                .and(EVENT.NAME.in(names))
                .orderBy(EVENT.POSITION)
                .fetch(row -> LoggedEvents.of(row, Map.of()));
    }
}
