package io.waterwheel.customer.identity;

import static io.waterwheel.customer.generated.Tables.IDENTITY_CHANGE;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.postgres.RowSet;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes down every merge and separation with what decided it, and says so on the timeline.
@Component
class ChangeRecords {

    private static final String SOURCE = "waterwheel";

    private final InstantSource clock;
    private final JsonMapper json;

    ChangeRecords(InstantSource clock, JsonMapper json) {
        this.clock = clock;
        this.json = json;
    }

    /// @param decisions what people decided in this batch; empty when events alone speak
    /// @return what to append to the log
    List<NewEvent> write(
            DSLContext transaction,
            List<Change> changes,
            List<Decision> decisions,
            BrandId brand,
            KnownIdentifiers known) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Long> ids = transaction
                .select(DSL.field("nextval(pg_get_serial_sequence('customer.identity_change', 'id'))", Long.class))
                .from(DSL.generateSeries(1, changes.size()))
                .fetch(row -> row.value1());
        Decision decision = decisions.isEmpty() ? null : decisions.getFirst();
        String actor = decision == null ? Actor.SYSTEM.name() : decision.by();
        Link.How how = decision == null ? Link.How.TOGETHER : Link.How.PERSON;
        RowSet rows = new RowSet(
                IDENTITY_CHANGE.ID,
                IDENTITY_CHANGE.KIND,
                IDENTITY_CHANGE.CUSTOMER_NO,
                IDENTITY_CHANGE.OTHER_NO,
                IDENTITY_CHANGE.LOW,
                IDENTITY_CHANGE.HIGH,
                IDENTITY_CHANGE.HOW,
                IDENTITY_CHANGE.ACTOR,
                IDENTITY_CHANGE.WHY,
                IDENTITY_CHANGE.AT);
        List<NewEvent> events = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            Evidence evidence = change.evidence();
            rows.row(
                    ids.get(i),
                    change.kind().code(),
                    change.customer(),
                    change.other(),
                    evidence == null ? null : evidence.link().low(),
                    evidence == null ? null : evidence.link().high(),
                    how.code(),
                    actor,
                    decision == null ? null : decision.why(),
                    now);
            events.addAll(events(brand, ids.get(i), change, how, now));
        }
        RowSet.Given given = rows.as("given");
        transaction
                .insertInto(IDENTITY_CHANGE, IDENTITY_CHANGE.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .execute();
        known.changedUpTo(ids.stream().mapToLong(Long::longValue).max().orElseThrow());
        return events;
    }

    private List<NewEvent> events(BrandId brand, long id, Change change, Link.How how, Instant now) {
        return switch (change.kind()) {
            case MERGED ->
                List.of(event(brand, "merge:" + id, EventNames.CUSTOMERS_MERGED, change.customer(), change, how, now));
            case SEPARATED ->
                List.of(
                        event(brand, "part:" + id, EventNames.CUSTOMERS_SEPARATED, change.customer(), change, how, now),
                        event(
                                brand,
                                "part:" + id + ":other",
                                EventNames.CUSTOMERS_SEPARATED,
                                change.other(),
                                change,
                                how,
                                now));
        };
    }

    private NewEvent event(
            BrandId brand, String id, String name, int customer, Change change, Link.How how, Instant now) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("customer", change.customer());
        properties.put("other", change.other());
        properties.put("how", how.code());
        Evidence evidence = change.evidence();
        if (evidence != null) {
            properties.put("by", List.of(evidence.low().code(), evidence.high().code()));
            properties.put("said_by", evidence.link().source());
            properties.put("said_at", evidence.link().firstAt().toString());
        }
        return new NewEvent(
                brand,
                SOURCE,
                id,
                name,
                now,
                new Subject.Known(new CustomerNo(customer)),
                json.writeValueAsString(properties),
                "{}");
    }
}
