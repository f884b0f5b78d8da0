package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.ENTRANT;
import static io.waterwheel.journey.generated.Tables.GUIDE_TASK;
import static io.waterwheel.journey.generated.Tables.OUTBOX;
import static io.waterwheel.journey.generated.Tables.RUN;
import static io.waterwheel.journey.generated.Tables.RUN_STEP;
import static io.waterwheel.journey.generated.Tables.RUN_WAIT;
import static io.waterwheel.journey.generated.Tables.SAVED_JOURNEY;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.journey.course.EndReason;
import io.waterwheel.journey.generated.tables.records.RunRecord;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Runs follow their customers. When two of one journey turn out to be one person's, the one that is further
/// stays, and the other ends and says why.
///
/// It runs in the log's own transaction, so it waits for nothing that waits for the log: it never touches the
/// outbox's rows, only adds some.
@Component
class MergedRuns implements CustomerState {

    private final InstantSource clock;
    private final JsonMapper json;

    MergedRuns(InstantSource clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    private record Place(long journey, int customer, String key) {}

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        follow(transaction, into);
    }

    /// @param into the customer of each number, also of those that are their own
    void follow(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Map<CustomerNo, CustomerNo> moved = new LinkedHashMap<>();
        into.forEach((from, to) -> {
            if (!from.equals(to)) {
                moved.put(from, to);
            }
        });
        if (moved.isEmpty()
                || !transaction.fetchExists(RUN, RUN.CUSTOMER_NO.eq(MovedCustomers.any(moved.keySet())))
                        && !transaction.fetchExists(
                                ENTRANT, ENTRANT.CUSTOMER_NO.eq(MovedCustomers.any(moved.keySet())))) {
            return;
        }
        endOthers(transaction, moved);
        rename(transaction, MovedCustomers.of(moved));
    }

    private void endOthers(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        Set<CustomerNo> both = new HashSet<>(into.keySet());
        both.addAll(into.values());
        Map<Place, List<RunRecord>> places = new LinkedHashMap<>();
        transaction
                .selectFrom(RUN)
                .where(RUN.CUSTOMER_NO.eq(MovedCustomers.any(both)))
                .and(RUN.STATE.ne(DSL.inline(RunState.ENDED.code())))
                .orderBy(RUN.ID)
                .forUpdate()
                .forEach(row -> {
                    CustomerNo number = new CustomerNo(row.getCustomerNo());
                    Place place = new Place(
                            row.getJourneyId(),
                            into.getOrDefault(number, number).value(),
                            row.getEntryKey());
                    places.computeIfAbsent(place, _ -> new ArrayList<>()).add(row);
                });
        List<RunRecord> others = new ArrayList<>();
        for (List<RunRecord> one : places.values()) {
            one.sort(Comparator.comparing(RunRecord::getPassed)
                    .reversed()
                    .thenComparing(RunRecord::getEnteredAt)
                    .thenComparing(RunRecord::getId));
            others.addAll(one.subList(1, one.size()));
        }
        others.forEach(run -> end(transaction, run));
    }

    private void end(DSLContext transaction, RunRecord run) {
        Tally.end(transaction, RUN.ID.eq(run.getId()));
        transaction
                .update(RUN)
                .set(RUN.STATE, RunState.ENDED.code())
                .set(RUN.WAITING, "nothing")
                .setNull(RUN.PENDING)
                .setNull(RUN.DUE_AT)
                .set(RUN.ENDED_AT, clock.instant())
                .set(RUN.MOVED_AT, clock.instant())
                .set(RUN.PASSED, RUN.PASSED.plus(1))
                .set(RUN.END_REASON, EndReason.MERGED.code())
                .where(RUN.ID.eq(run.getId()))
                .execute();
        transaction
                .insertInto(RUN_STEP)
                .set(RUN_STEP.RUN_ID, run.getId())
                .set(RUN_STEP.NUMBER, run.getPassed() + 1)
                .set(RUN_STEP.NODE, run.getNode())
                .set(RUN_STEP.AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        transaction.deleteFrom(RUN_WAIT).where(RUN_WAIT.RUN_ID.eq(run.getId())).execute();
        transaction
                .update(GUIDE_TASK)
                .set(GUIDE_TASK.STATE, "withdrawn")
                .where(GUIDE_TASK.RUN_ID.eq(run.getId()))
                .and(GUIDE_TASK.STATE.eq("open"))
                .execute();
        String name = transaction
                .select(SAVED_JOURNEY.NAME)
                .from(SAVED_JOURNEY)
                .where(SAVED_JOURNEY.ID.eq(run.getJourneyId()))
                .fetchOptional(SAVED_JOURNEY.NAME)
                .orElse("");
        transaction
                .insertInto(OUTBOX)
                .set(OUTBOX.BRAND_ID, run.getBrandId())
                .set(OUTBOX.CUSTOMER_NO, run.getCustomerNo())
                .set(OUTBOX.NAME, EventNames.JOURNEY_EXITED)
                .set(OUTBOX.AT, clock.instant())
                .set(OUTBOX.MESSAGE_ID, "journey/" + run.getId() + "/exited")
                .set(
                        OUTBOX.PROPERTIES,
                        JSONB.valueOf(json.writeValueAsString(Map.of(
                                "journey", run.getJourneyId().toString(),
                                "name", name,
                                "version", run.getVersion(),
                                "reason", EndReason.MERGED.code()))))
                .execute();
    }

    private static void rename(DSLContext transaction, MovedCustomers moved) {
        // Both may have been let in by one occasion, such as a schedule: it stays theirs once each.
        transaction
                .update(RUN)
                .set(RUN.CUSTOMER_NO, moved.to())
                .set(RUN.OCCASION, RUN.OCCASION.concat("/").concat(moved.from().cast(String.class)))
                .from(moved.table())
                .where(RUN.CUSTOMER_NO.eq(moved.from()))
                .execute();
        transaction
                .update(RUN_WAIT)
                .set(RUN_WAIT.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(RUN_WAIT.RUN_ID.in(DSL.select(RUN.ID).from(RUN).where(RUN.CUSTOMER_NO.eq(moved.to()))))
                .and(RUN_WAIT.CUSTOMER_NO.eq(moved.from()))
                .execute();
        transaction
                .update(GUIDE_TASK)
                .set(GUIDE_TASK.CUSTOMER_NO, moved.to())
                .from(moved.table())
                .where(GUIDE_TASK.CUSTOMER_NO.eq(moved.from()))
                .execute();
        transaction
                .update(ENTRANT)
                .set(ENTRANT.CUSTOMER_NO, moved.to())
                .set(
                        ENTRANT.OCCASION,
                        ENTRANT.OCCASION.concat("/").concat(moved.from().cast(String.class)))
                .from(moved.table())
                .where(ENTRANT.CUSTOMER_NO.eq(moved.from()))
                .execute();
    }

    /// Who comes apart stays where they are under the number that stays theirs; who is erased is taken out by
    /// [io.waterwheel.customer.PersonalData].
    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        // A journey is no projection of the log.
    }
}
