package io.waterwheel.kernel.event;

import static io.waterwheel.kernel.generated.Tables.EVENT;

import io.waterwheel.kernel.CustomerNo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Shows all projections again, in log order, what the log tells of some customers: after their state was cleared, it
/// stands as if these events had always been theirs.
@Component
public class LogReplay {

    private static final int CHUNK = 5_000;

    private final List<Projection> projections;

    LogReplay(List<Projection> projections) {
        this.projections = projections;
    }

    /// Called inside a transaction that holds the writer's lock. Costs the customers' history, not the log.
    ///
    /// @param customers for each number that events may stand under, the customer they belong to now
    public void replay(DSLContext transaction, Map<CustomerNo, CustomerNo> customers) {
        projections.forEach(Projection::forget);
        Integer[] numbers = customers.keySet().stream().map(CustomerNo::value).toArray(Integer[]::new);
        List<LoggedEvent> chunk = new ArrayList<>();
        try (var events = transaction
                .selectFrom(EVENT)
                .where(EVENT.CUSTOMER_NO.eq(DSL.any(numbers)))
                .and(EVENT.RETRACTED_BY.isNull())
                .orderBy(EVENT.POSITION)
                .fetchSize(CHUNK)
                .fetchLazy()) {
            for (Record row : events) {
                chunk.add(LoggedEvents.of(row, customers));
                if (chunk.size() == CHUNK) {
                    apply(transaction, chunk);
                }
            }
        }
        apply(transaction, chunk);
    }

    private void apply(DSLContext transaction, List<LoggedEvent> chunk) {
        if (!chunk.isEmpty()) {
            List<LoggedEvent> events = List.copyOf(chunk);
            projections.forEach(projection -> projection.apply(transaction, events));
            chunk.clear();
        }
    }
}
