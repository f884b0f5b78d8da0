package io.waterwheel.customer.profile;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `Identified` and `Friend Added` events say about a customer. Of each attribute the newest value of every source
/// is kept, and the one whose source counts most stands, so events may arrive in any order.
@Component
@Order(5)
class ProfileProjection implements Projection {

    private final JsonMapper json;
    private final ProfileRows rows;

    ProfileProjection(JsonMapper json, ProfileRows rows) {
        this.rows = rows;
        this.json = json;
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        Map<CustomerNo, ProfileChange> changes = new LinkedHashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            if (customer != null && tells(event.name())) {
                JsonNode properties = json.readTree(event.properties());
                changes.computeIfAbsent(customer, unused -> new ProfileChange()).take(properties, event);
            } else if (event.name().equals(EventNames.ATTRIBUTES_DECIDED)) {
                json.readTree(event.properties())
                        .path("customers")
                        .forEach(number ->
                                changes.computeIfAbsent(new CustomerNo(number.asInt()), unused -> new ProfileChange()));
            }
        }
        if (changes.isEmpty()) {
            return;
        }
        rows.of(transaction, changes.keySet())
                .forEach((customer, known) -> changes.computeIfPresent(customer, (no, change) -> change.over(known)));
        rows.write(transaction, changes);
    }

    private static boolean tells(String name) {
        return name.equals(EventNames.IDENTIFIED) || name.equals(EventNames.FRIEND_ADDED);
    }
}
