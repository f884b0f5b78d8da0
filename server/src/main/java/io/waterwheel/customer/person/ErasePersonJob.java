package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.ERASURE;

import io.waterwheel.customer.Person;
import io.waterwheel.customer.PersonalData;
import io.waterwheel.customer.generated.tables.records.ErasureRecord;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LogRewriting;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.job.JobHandler;
import io.waterwheel.kernel.job.JobRun;
import io.waterwheel.kernel.privacy.Vault;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Forgets one person in every store.
///
/// First, while nothing is appended to the log, the identifiers go and a stone is put for each: from then on no event
/// reaches the person's records any more. Then each store, one after the other, in transactions of its own; how far
/// it came is kept with the work, so a kill costs nothing and repeats nothing. Whom to look for is kept sealed in the
/// request meanwhile, and goes last.
@Component
class ErasePersonJob implements JobHandler {

    static final String KIND = "erasure";

    private static final Duration WAIT = Duration.ofMillis(300);

    private final DSLContext database;
    private final Persons persons;
    private final IdentifierData identifiers;
    private final Tombstones tombstones;
    private final ErasureFile file;
    private final List<PersonalData> stores;
    private final LogRewriting rewriting;
    private final EventLog log;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    ErasePersonJob(
            DSLContext database,
            Persons persons,
            IdentifierData identifiers,
            Tombstones tombstones,
            ErasureFile file,
            List<PersonalData> stores,
            LogRewriting rewriting,
            EventLog log,
            Vault vault,
            AuditTrail audit,
            InstantSource clock,
            JsonMapper json) {
        this.database = database;
        this.persons = persons;
        this.identifiers = identifiers;
        this.tombstones = tombstones;
        this.file = file;
        this.stores = stores;
        this.rewriting = rewriting;
        this.log = log;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    record Params(long erasure) {}

    /// @param done   how many stores are done
    /// @param counts what each has forgotten so far
    record Progress(int done, Map<String, Long> counts) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) throws InterruptedException {
        long id = run.params(Params.class).erasure();
        if (row(id).getErasedAt() == null) {
            rewriting.alone(transaction -> {
                separate(transaction, id);
                return null;
            });
        }
        ErasureRecord row = row(id);
        if (row.getPerson() == null) {
            // The run before was killed after its last word.
            return;
        }
        file.keep(database);
        Person person = persons.read(row.getPerson());
        Progress progress = run.checkpoint(Progress.class).orElseGet(() -> new Progress(0, Map.of()));
        while (progress.done() < stores.size()) {
            run.checkStop();
            Progress before = progress;
            progress = step(run, person, progress);
            run.progress(progress.done(), (long) stores.size(), null);
            if (progress.equals(before)) {
                run.progress(
                        progress.done(),
                        (long) stores.size(),
                        new Text("等正在使用这些数据的任务结束", "waiting for work that uses this data to end"));
                Thread.sleep(WAIT);
            }
        }
        // The newest events in memory were read before they were blanked.
        rewriting.alone(transaction -> null);
        announce(run, id, person);
        Map<String, Long> counts = progress.counts();
        database.transaction(configuration -> finish(DSL.using(configuration), id, row, counts));
    }

    /// From here on nothing leads from an identifier to the person's records.
    private void separate(DSLContext transaction, long id) {
        ErasureRecord row = Objects.requireNonNull(transaction.fetchOne(ERASURE, ERASURE.ID.eq(id)));
        Person person = persons.of(transaction, new CustomerNo(row.getCustomerNo()));
        Instant now = clock.instant();
        tombstones.put(transaction, person, now);
        transaction
                .update(ERASURE)
                .set(ERASURE.NUMBERS, person.numberArray())
                .set(ERASURE.HIGHEST, Collections.max(person.numbers()).value())
                .set(ERASURE.PERSON, persons.write(person))
                .set(ERASURE.ERASED_AT, now)
                .where(ERASURE.ID.eq(id))
                .execute();
        identifiers.erase(transaction, person);
    }

    private Progress step(JobRun run, Person person, Progress progress) {
        PersonalData store = stores.get(progress.done());
        return database.transactionResult(configuration -> {
            DSLContext transaction = DSL.using(configuration);
            PersonalData.Erased erased = store.erase(transaction, person);
            Map<String, Long> counts = new LinkedHashMap<>(progress.counts());
            counts.merge(store.name(), erased.count(), Long::sum);
            Progress after = new Progress(erased.more() ? progress.done() : progress.done() + 1, counts);
            run.checkpoint(transaction, after);
            return after;
        });
    }

    private void finish(DSLContext transaction, long id, ErasureRecord row, Map<String, Long> counts) {
        Instant now = clock.instant();
        Certificate certificate = new Certificate(
                row.getErasedAt(),
                now,
                stores.stream()
                        .map(store -> new Certificate.ErasedStore(
                                store.name(), store.title(), counts.getOrDefault(store.name(), 0L)))
                        .toList(),
                Certificate.KEPT);
        transaction
                .update(ERASURE)
                .setNull(ERASURE.PERSON)
                .set(ERASURE.STATE, Erasure.State.DONE.code())
                .set(ERASURE.FINISHED_AT, now)
                .set(ERASURE.CERTIFICATE, JSONB.valueOf(json.writeValueAsString(certificate)))
                .where(ERASURE.ID.eq(id))
                .execute();
        audit.record("erasure.done", "erasure/" + id, Map.of());
    }

    /// An event of nobody moves the log's end, so that whatever was computed and kept for the log as it stood is
    /// computed anew. It tells the numbers, so that other systems that were told of them can follow.
    private void announce(JobRun run, long id, Person person) {
        log.append(List.of(new NewEvent(
                Objects.requireNonNull(run.brand()),
                "privacy",
                "erasure/" + id,
                EventNames.PERSON_ERASED,
                clock.instant(),
                Subject.NOBODY,
                json.writeValueAsString(
                        Map.of("customer", person.customer().value(), "numbers", List.of(person.numberArray()))),
                "{}")));
    }

    private ErasureRecord row(long id) {
        return Objects.requireNonNull(database.fetchOne(ERASURE, ERASURE.ID.eq(id)));
    }
}
