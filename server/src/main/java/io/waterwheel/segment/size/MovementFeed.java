package io.waterwheel.segment.size;

import static io.waterwheel.segment.generated.Tables.EVALUATION;
import static io.waterwheel.segment.generated.Tables.MEMBERSHIP;
import static io.waterwheel.segment.generated.Tables.SAVED_SEGMENT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.segment.tagging.StoredSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/// Tells the log who entered and left, an event each, so that webhooks, topics and journeys hear of it. The
/// evaluations of a segment are told one after the other. Told again after a kill, an event is the one it was: its
/// id says which evaluation moved whom.
@Component
class MovementFeed {

    private static final String SOURCE = "waterwheel";
    private static final int PIECE = 2_000;

    private final DSLContext database;
    private final EventLog log;
    private final TransactionOperations transactions;
    private final JsonMapper json;

    MovementFeed(DSLContext database, EventLog log, TransactionOperations transactions, JsonMapper json) {
        this.database = database;
        this.log = log;
        this.transactions = transactions;
        this.json = json;
    }

    /// Tells one piece.
    ///
    /// @return whether there was one
    boolean tellSome() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            Optional<Record> next = next();
            next.ifPresent(this::tell);
            return next.isPresent();
        }));
    }

    /// Of a segment that no other node tells of, the oldest evaluation there is something to tell of. The lock on
    /// the membership keeps two nodes from telling two evaluations of one segment at once.
    private Optional<Record> next() {
        return database.select()
                .from(MEMBERSHIP)
                .join(SAVED_SEGMENT)
                .on(SAVED_SEGMENT.ID.eq(MEMBERSHIP.SEGMENT_ID))
                .join(EVALUATION)
                .on(EVALUATION.SEGMENT_ID.eq(MEMBERSHIP.SEGMENT_ID))
                .where(EVALUATION.TOLD.isNotNull())
                .orderBy(EVALUATION.NUMBER, EVALUATION.SEGMENT_ID)
                .limit(1)
                .forUpdate()
                .of(MEMBERSHIP)
                .skipLocked()
                .fetchOptional();
    }

    private void tell(Record row) {
        RoaringBitmap entered = StoredSet.of(row.get(EVALUATION.ENTERED_SET));
        RoaringBitmap gone = StoredSet.of(row.get(EVALUATION.GONE_SET));
        int told = row.get(EVALUATION.TOLD);
        int first = entered.getCardinality();
        int all = first + gone.getCardinality();
        int upTo = Math.min(all, told + PIECE);
        String properties = json.writeValueAsString(Map.of(
                "segment", row.get(MEMBERSHIP.SEGMENT_ID).toString(),
                "name", row.get(SAVED_SEGMENT.NAME),
                "evaluation", row.get(EVALUATION.NUMBER)));
        List<NewEvent> events = new ArrayList<>();
        for (int i = told; i < upTo; i++) {
            events.add(
                    i < first
                            ? event(row, EventNames.SEGMENT_ENTERED, entered.select(i), properties)
                            : event(row, EventNames.SEGMENT_LEFT, gone.select(i - first), properties));
        }
        log.append(events);
        database.update(EVALUATION)
                .set(EVALUATION.TOLD, upTo == all ? null : Integer.valueOf(upTo))
                .where(EVALUATION.SEGMENT_ID.eq(row.get(EVALUATION.SEGMENT_ID)))
                .and(EVALUATION.NUMBER.eq(row.get(EVALUATION.NUMBER)))
                .execute();
    }

    private static NewEvent event(Record row, String name, int customer, String properties) {
        String messageId =
                "segment/" + row.get(EVALUATION.SEGMENT_ID) + "/" + row.get(EVALUATION.NUMBER) + "/" + customer;
        return new NewEvent(
                new BrandId(row.get(MEMBERSHIP.BRAND_ID)),
                SOURCE,
                messageId,
                name,
                row.get(EVALUATION.AT),
                new Subject.Known(new CustomerNo(customer)),
                properties,
                "{}");
    }
}
