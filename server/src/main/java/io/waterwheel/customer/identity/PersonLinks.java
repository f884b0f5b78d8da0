package io.waterwheel.customer.identity;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What people decide about who is who. Each decision is an event; when the call returns it is carried out, totals and
/// all.
@Component
public class PersonLinks {

    private static final String SOURCE = "waterwheel";

    private final EventLog log;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    PersonLinks(EventLog log, AuditTrail audit, InstantSource clock, JsonMapper json) {
        this.log = log;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// Two customers are one person, whatever speaks against it; what was separated by decision before is joined again.
    /// They stay one until somebody separates them.
    public void link(Brand brand, CustomerNo one, CustomerNo other, @Nullable String why) {
        decide(brand, EventNames.SAME_PERSON_CONFIRMED, one, one.value(), other.value(), why);
        audit.record(
                "customer.merge",
                "customer/" + one,
                Map.of("brand", brand.key(), "other", other.value(), "why", why == null ? "" : why));
    }

    /// The identifiers on the two sides of a link belong to two people, now and whatever is named together later.
    /// Orders,
    /// tags and timeline go with the identifiers they came with.
    public void separate(Brand brand, CustomerNo customer, int low, int high, @Nullable String why) {
        decide(brand, EventNames.DIFFERENT_PEOPLE_CONFIRMED, customer, low, high, why);
        audit.record(
                "customer.separate",
                "customer/" + customer,
                Map.of("brand", brand.key(), "low", low, "high", high, "why", why == null ? "" : why));
    }

    private void decide(Brand brand, String name, CustomerNo customer, int low, int high, @Nullable String why) {
        Decision decision = new Decision(
                Math.min(low, high), Math.max(low, high), Actor.current().name(), why);
        log.append(List.of(new NewEvent(
                brand.id(),
                SOURCE,
                "decision:" + UUID.randomUUID(),
                name,
                clock.instant(),
                new Subject.Known(customer),
                json.writeValueAsString(decision),
                "{}")));
    }
}
