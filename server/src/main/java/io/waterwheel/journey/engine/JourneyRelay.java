package io.waterwheel.journey.engine;

import static io.waterwheel.journey.generated.Tables.OUTBOX;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagId;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.OutboxRelay;
import io.waterwheel.kernel.event.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Brings what journeys did to the log, and the tags they changed to those who know about tags.
@Component
class JourneyRelay extends OutboxRelay {

    static final String SOURCE = "journey";

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
        super("journey-outbox", SOURCE, OUTBOX, database, transactions, log);
        this.tags = tags;
        this.brands = brands;
        this.json = json;
    }

    @Override
    protected void tell(List<NewEvent> events) {
        super.tell(events.stream().filter(event -> !changesTag(event)).toList());
        changeTags(events.stream().filter(JourneyRelay::changesTag).toList());
    }

    private static boolean changesTag(NewEvent event) {
        return event.name().equals(EventNames.TAG_ADDED) || event.name().equals(EventNames.TAG_REMOVED);
    }

    /// A tag that was deleted meanwhile is changed for nobody.
    private void changeTags(List<NewEvent> events) {
        Map<Brand, List<TagChange>> changes = new LinkedHashMap<>();
        for (NewEvent event : events) {
            Brand brand = brands.get(event.brand());
            JsonNode told = json.readTree(event.properties());
            tags.find(brand.id(), TagId.of(told.path("tag").asString())).ifPresent(tag -> {
                CustomerNo customer = ((Subject.Known) event.subject()).customer();
                String by = told.path("by").asString();
                String value =
                        told.path("value").isString() ? told.path("value").stringValue() : null;
                changes.computeIfAbsent(brand, _ -> new ArrayList<>())
                        .add(
                                event.name().equals(EventNames.TAG_ADDED)
                                        ? TagChange.added(
                                                customer, tag, value, event.at(), TagOrigin.RULE, by, event.messageId())
                                        : TagChange.removed(
                                                customer, tag, event.at(), TagOrigin.RULE, by, event.messageId()));
            });
        }
        changes.forEach(tags::append);
    }
}
