package io.waterwheel.segment.now;

import io.waterwheel.customer.EventFacts;
import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.warehouse.EventProperties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One customer's events in their order. The properties of each are read once, however many conditions look at them.
final class TheirEvents {

    private final PresentCustomer customer;
    private final Map<Long, Map<String, List<String>>> read = new HashMap<>();

    TheirEvents(PresentCustomer customer) {
        this.customer = customer;
    }

    List<EventFacts> all() {
        return customer.events();
    }

    boolean is(EventFacts event, EventFilter asked) {
        return asked.event().equals(event.name()) && asked.test(event.name(), properties(event));
    }

    /// What can be asked of an event, as the warehouse has it.
    Map<String, List<String>> properties(EventFacts event) {
        String told = event.properties();
        return told == null
                ? Map.of()
                : read.computeIfAbsent(event.position(), _ -> EventProperties.of(event.name(), told));
    }
}
