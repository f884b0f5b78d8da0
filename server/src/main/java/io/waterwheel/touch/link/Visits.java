package io.waterwheel.touch.link;

import static io.waterwheel.touch.generated.Tables.MESSAGE;
import static io.waterwheel.touch.generated.Tables.RECIPIENT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Records who opened a link, and who no longer wants to hear from us.
@Component
class Visits {

    static final String SOURCE = "touch";

    private final EventLog log;
    private final DSLContext database;
    private final InstantSource clock;
    private final JsonMapper json;

    Visits(EventLog log, DSLContext database, InstantSource clock, JsonMapper json) {
        this.log = log;
        this.database = database;
        this.clock = clock;
        this.json = json;
    }

    void clicked(Link link, CustomerNo customer) {
        clicked(link, new Subject.Known(customer), "c" + customer);
    }

    void clicked(Link link, List<Identifier> visitor) {
        clicked(
                link,
                new Subject.Identified(visitor),
                visitor.getFirst().kind().code() + ":" + visitor.getFirst().value());
    }

    /// A page that is loaded twice within a minute was opened once.
    private void clicked(Link link, Subject subject, String who) {
        Instant now = clock.instant();
        String messageId = "link/" + link.code() + "/" + who + "/" + now.truncatedTo(ChronoUnit.MINUTES);
        NewEvent event = new NewEvent(
                link.brand(),
                SOURCE,
                messageId,
                EventNames.LINK_CLICKED,
                now,
                subject,
                json.writeValueAsString(about(link, Map.of())),
                "{}");
        if (log.append(List.of(event)).getFirst() instanceof EventLog.Appended.Written written
                && written.customer() != null) {
            opened(link, written.customer(), now);
        }
    }

    private void opened(Link link, CustomerNo customer, Instant now) {
        if (link.broadcast() == null) {
            database.update(MESSAGE)
                    .set(MESSAGE.CLICKED_AT, now)
                    .where(MESSAGE.DISPATCH_ID.eq(link.dispatch()))
                    .and(MESSAGE.CUSTOMER_NO.eq(customer.value()))
                    .and(MESSAGE.CLICKED_AT.isNull())
                    .execute();
        } else {
            database.update(RECIPIENT)
                    .set(RECIPIENT.CLICKED_AT, now)
                    .where(RECIPIENT.BROADCAST_ID.eq(link.broadcast()))
                    .and(RECIPIENT.CUSTOMER_NO.eq(customer.value()))
                    .and(RECIPIENT.CLICKED_AT.isNull())
                    .execute();
        }
    }

    /// What an event tells of the message whose link it is.
    private Map<String, Object> about(Link link, Map<String, Object> more) {
        Map<String, Object> told = new LinkedHashMap<>(more);
        told.put("channel", link.channel());
        if (link.broadcast() != null) {
            told.put("broadcast", link.broadcast());
        } else if (link.template() != null) {
            told.put("template", link.template());
        }
        if (link.broadcast() == null && link.customer() != null) {
            told.put("message", message(link.dispatch()));
        }
        return told;
    }

    /// A link that is one customer's own was sent with one message.
    private String message(long dispatch) {
        return String.valueOf(database.select(MESSAGE.KEY)
                .from(MESSAGE)
                .where(MESSAGE.DISPATCH_ID.eq(dispatch))
                .fetchOne(MESSAGE.KEY));
    }

    void left(Brand brand, Link link, CustomerNo customer) {
        log.append(List.of(new NewEvent(
                brand.id(),
                SOURCE,
                "leave/" + link.code() + "/" + clock.instant().truncatedTo(ChronoUnit.MINUTES),
                EventNames.CONSENT_WITHDRAWN,
                clock.instant(),
                new Subject.Known(customer),
                json.writeValueAsString(about(link, Map.of("purpose", "marketing"))),
                "{}")));
    }
}
