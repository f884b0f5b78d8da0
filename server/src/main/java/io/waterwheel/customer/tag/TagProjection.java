package io.waterwheel.customer.tag;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Which customers have which tags, from `Tag Added` and `Tag Removed`: of each tag the newest addition and the newest
/// removal by their own time. At the same instant the removal stands.
@Component
@Order(6)
class TagProjection implements Projection {

    private final TagEvents events;

    TagProjection(TagEvents events) {
        this.events = events;
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> batch) {
        Map<CustomerTagRows.Key, TagSides> changes = new LinkedHashMap<>();
        for (LoggedEvent event : batch) {
            CustomerNo customer = event.customer();
            if (customer != null && TagEvents.tells(event)) {
                JsonNode properties = events.properties(event);
                CustomerTagRows.Key key = new CustomerTagRows.Key(
                        event.brand().value(),
                        customer.value(),
                        properties.path("tag_id").asLong(0));
                changes.merge(key, events.sides(event, properties), TagSides::with);
            }
        }
        CustomerTagRows.join(transaction, changes);
    }
}
