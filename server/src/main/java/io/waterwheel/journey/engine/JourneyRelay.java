package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.OUTBOX;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.Tags;
import io.waterwheel.journey.generated.tables.records.OutboxRecord;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.LogWorker;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings events and changes of tags from the outbox to the log, in batches. After a kill between the two, the
/// log leaves out what it has.
@Component
class JourneyRelay extends LogWorker {

    static final String SOURCE = "journey";

    private static final int BATCH = 2_000;
    private static final Duration EVERY = Duration.ofMillis(300);

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final EventLog log;
    private final Tags tags;
    private final Brands brands;
    private final JsonMapper json;

    JourneyRelay(
            DSLContext database,
            TransactionOperations transactions,
            EventLog log,
            Tags tags,
            Brands brands,
            JsonMapper json) {
        super("journey-outbox", EVERY);
        this.database = database;
        this.transactions = transactions;
        this.log = log;
        this.tags = tags;
        this.brands = brands;
        this.json = json;
    }

    @Override
    protected boolean work() {
        return Boolean.TRUE.equals(transactions.execute(_ -> {
            // Rows another node is relaying are skipped.
            List<OutboxRecord> rows = database.selectFrom(OUTBOX)
                    .orderBy(OUTBOX.ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) {
                return false;
            }
            log.append(rows.stream()
                    .filter(row -> !changesTag(row))
                    .map(JourneyRelay::event)
                    .toList());
            changeTags(rows.stream().filter(JourneyRelay::changesTag).toList());
            database.deleteFrom(OUTBOX)
                    .where(OUTBOX.ID.in(rows.stream().map(OutboxRecord::getId).toList()))
                    .execute();
            return rows.size() == BATCH;
        }));
    }

    private static boolean changesTag(OutboxRecord row) {
        return row.getName().equals(EventNames.TAG_ADDED) || row.getName().equals(EventNames.TAG_REMOVED);
    }

    private static NewEvent event(OutboxRecord row) {
        return new NewEvent(
                new BrandId(row.getBrandId()),
                SOURCE,
                row.getMessageId(),
                row.getName(),
                row.getAt(),
                new Subject.Known(new CustomerNo(row.getCustomerNo())),
                row.getProperties().data(),
                "{}");
    }

    /// A tag that was deleted meanwhile is changed for nobody.
    private void changeTags(List<OutboxRecord> rows) {
        Map<Brand, List<TagChange>> changes = new LinkedHashMap<>();
        for (OutboxRecord row : rows) {
            Brand brand = brands.get(new BrandId(row.getBrandId()));
            JsonNode told = json.readTree(row.getProperties().data());
            tags.find(brand.id(), TagId.of(told.path("tag").asString())).ifPresent(tag -> {
                CustomerNo customer = new CustomerNo(row.getCustomerNo());
                String by = told.path("by").asString();
                String value =
                        told.path("value").isString() ? told.path("value").stringValue() : null;
                changes.computeIfAbsent(brand, _ -> new ArrayList<>())
                        .add(
                                row.getName().equals(EventNames.TAG_ADDED)
                                        ? TagChange.added(
                                                customer,
                                                tag,
                                                value,
                                                row.getAt(),
                                                TagOrigin.RULE,
                                                by,
                                                row.getMessageId())
                                        : TagChange.removed(
                                                customer, tag, row.getAt(), TagOrigin.RULE, by, row.getMessageId()));
            });
        }
        changes.forEach(tags::append);
    }
}
