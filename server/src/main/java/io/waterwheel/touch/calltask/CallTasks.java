package io.waterwheel.touch.calltask;

import static io.waterwheel.touch.generated.Tables.CALL_TASK;
import static io.waterwheel.touch.generated.Tables.OUTBOX;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.ChannelProblem;
import io.waterwheel.touch.generated.tables.records.CallTaskRecord;
import io.waterwheel.touch.send.DueReports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The table of calls that people are to make.
@Component
public class CallTasks {

    /// Longer than a weekend: a task that nobody has taken up by then has lost its occasion.
    private static final Duration TIME = Duration.ofDays(3);

    private static final int MOST_NOTE = 1_000;

    private final DSLContext database;
    private final Customers customers;
    private final Vault vault;
    private final AuditTrail audit;
    private final DueReports due;
    private final JsonMapper json;
    private final InstantSource clock;

    CallTasks(
            DSLContext database,
            Customers customers,
            Vault vault,
            AuditTrail audit,
            DueReports due,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.customers = customers;
        this.vault = vault;
        this.audit = audit;
        this.due = due;
        this.json = json;
        this.clock = clock;
    }

    /// One task for each recipient, all in one statement. Asked for twice, a task is made once.
    void add(Brand brand, Call call) {
        RowSet rows = new RowSet(
                CALL_TASK.BRAND_ID,
                CALL_TASK.TASK_KEY,
                CALL_TASK.REQUEST,
                CALL_TASK.CUSTOMER_NO,
                CALL_TASK.SEALED_WORDS,
                CALL_TASK.STATE,
                CALL_TASK.DUE_AT,
                CALL_TASK.CREATED_AT);
        Instant now = clock.instant();
        for (Call.To to : call.recipients()) {
            rows.row(
                    brand.id().value(),
                    to.key(),
                    call.key(),
                    to.customer().value(),
                    vault.seal(to.text()),
                    CallTaskState.OPEN.code(),
                    now.plus(TIME),
                    now);
        }
        RowSet.Given given = rows.as("given");
        database.insertInto(CALL_TASK, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
    }

    boolean made(Brand brand, String request) {
        return database.fetchExists(CALL_TASK, of(brand, request));
    }

    /// The tasks of one call that came to an end, those that nobody took up in time among them.
    List<CallTaskRecord> ended(Brand brand, String request) {
        database.update(CALL_TASK)
                .set(CALL_TASK.STATE, CallTaskState.EXPIRED.code())
                .where(of(brand, request))
                .and(CALL_TASK.STATE.eq(CallTaskState.OPEN.code()))
                .and(CALL_TASK.DUE_AT.lt(clock.instant()))
                .execute();
        return database.selectFrom(CALL_TASK)
                .where(of(brand, request))
                .and(CALL_TASK.STATE.in(CallTaskState.DONE.code(), CallTaskState.EXPIRED.code()))
                .fetch();
    }

    /// Takes back what nobody has done yet.
    void recall(Brand brand, String request) {
        database.update(CALL_TASK)
                .set(CALL_TASK.STATE, CallTaskState.RECALLED.code())
                .where(of(brand, request))
                .and(CALL_TASK.STATE.eq(CallTaskState.OPEN.code()))
                .execute();
    }

    /// Those of one call that nobody has called.
    List<CallTaskRecord> waiting(Brand brand, String request) {
        return database.selectFrom(CALL_TASK)
                .where(of(brand, request))
                .and(CALL_TASK.STATE.in(CallTaskState.OPEN.code(), CallTaskState.RECALLED.code()))
                .fetch();
    }

    private static Condition of(Brand brand, String request) {
        return CALL_TASK.BRAND_ID.eq(brand.id().value()).and(CALL_TASK.REQUEST.eq(request));
    }

    public Page<CallTask> list(Brand brand, CallTaskState state, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        List<CallTaskRecord> found = database.selectFrom(CALL_TASK)
                .where(CALL_TASK.BRAND_ID.eq(brand.id().value()))
                .and(CALL_TASK.STATE.eq(state.code()))
                .and(CALL_TASK.ID.gt(cursor == null ? 0L : cursor.number(0)))
                .orderBy(CALL_TASK.ID)
                .limit(page.size() + 1)
                .fetch();
        Page<CallTaskRecord> rows = Page.of(found, page.size(), row -> Cursor.of(row.getId()));
        List<CustomerNo> numbers = rows.items().stream()
                .map(row -> new CustomerNo(row.getCustomerNo()))
                .toList();
        Map<CustomerNo, CustomerNo> current = customers.current(numbers);
        Map<CustomerNo, CustomerRow> known = customers.rows(brand.id(), List.copyOf(current.values())).stream()
                .collect(Collectors.toMap(CustomerRow::customerNo, Function.identity(), (one, same) -> one));
        return rows.map(row -> {
            CustomerNo number = new CustomerNo(row.getCustomerNo());
            CustomerNo customer = current.getOrDefault(number, number);
            CustomerRow who = known.get(customer);
            return task(row, customer, who == null ? null : who.name());
        });
    }

    /// Writes down what came of a call. Whoever refused is not called for marketing any more.
    ///
    /// @throws Problem `not-found`, `call-task-done`
    @Transactional
    public CallTask finish(Brand brand, long id, NewCallResult told) {
        String note = told.note() == null || told.note().isBlank()
                ? null
                : told.note().strip();
        if (note != null && note.length() > MOST_NOTE) {
            throw new Problem(KernelProblem.INVALID).outside("/note", "length", 0, MOST_NOTE);
        }
        CallTaskRecord row = database.selectFrom(CALL_TASK)
                .where(CALL_TASK.ID.eq(id))
                .and(CALL_TASK.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "call task " + id));
        CallTaskState state = CallTaskState.of(row.getState());
        if (state == CallTaskState.DONE || state == CallTaskState.RECALLED) {
            throw new Problem(ChannelProblem.CALL_TASK_DONE);
        }
        Instant now = clock.instant();
        row.setState(CallTaskState.DONE.code());
        row.setResult(told.result().code());
        row.setSealedNote(note == null ? null : vault.seal(note));
        row.setDoneAt(now);
        row.setDoneBy(Actor.current().name());
        row.store();
        if (told.result() == CallResult.REFUSED) {
            withdraw(brand, row, now);
        }
        due.hurry(List.of(row.getRequest()));
        audit.record(
                "call-task.finish",
                "call-task/" + id,
                Map.of("result", told.result().code()));
        CustomerNo number = new CustomerNo(row.getCustomerNo());
        return task(row, customers.currentOf(number), null);
    }

    private void withdraw(Brand brand, CallTaskRecord row, Instant now) {
        database.insertInto(OUTBOX)
                .set(OUTBOX.BRAND_ID, brand.id().value())
                .set(OUTBOX.CUSTOMER_NO, row.getCustomerNo())
                .set(OUTBOX.NAME, EventNames.CONSENT_WITHDRAWN)
                .set(OUTBOX.AT, now)
                .set(OUTBOX.MESSAGE_ID, "call-task/" + row.getId() + "/refused")
                .set(
                        OUTBOX.PROPERTIES,
                        JSONB.valueOf(json.writeValueAsString(Map.of(
                                "channel", ChannelKind.CALL.code(),
                                "purpose", "marketing",
                                "recorded_by", row.getDoneBy()))))
                .execute();
    }

    private CallTask task(CallTaskRecord row, CustomerNo customer, @Nullable String name) {
        return new CallTask(
                Long.toString(row.getId()),
                customer,
                name,
                vault.open(row.getSealedWords()),
                CallTaskState.of(row.getState()),
                row.getResult() == null ? null : CallResult.of(row.getResult()),
                row.getSealedNote() == null ? null : vault.open(row.getSealedNote()),
                row.getDueAt(),
                row.getCreatedAt(),
                row.getDoneAt(),
                row.getDoneBy());
    }
}
