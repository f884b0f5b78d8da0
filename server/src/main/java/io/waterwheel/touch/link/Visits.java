package io.waterwheel.touch.link;

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

    void clicked(Link link, CustomerNo customer, String channel) {
        clicked(link, new Subject.Known(customer), "c" + customer, channel);
    }

    void clicked(Link link, List<Identifier> visitor, String channel) {
        clicked(
                link,
                new Subject.Identified(visitor),
                visitor.getFirst().kind().code() + ":" + visitor.getFirst().value(),
                channel);
    }

    /// A page that is loaded twice within a minute was opened once.
    private void clicked(Link link, Subject subject, String who, String channel) {
        Instant now = clock.instant();
        String messageId = "link/" + link.code() + "/" + who + "/" + now.truncatedTo(ChronoUnit.MINUTES);
        NewEvent event = new NewEvent(
                link.brand(),
                SOURCE,
                messageId,
                EventNames.LINK_CLICKED,
                now,
                subject,
                json.writeValueAsString(Map.of("broadcast", link.broadcast(), "channel", channel)),
                "{}");
        if (log.append(List.of(event)).getFirst() instanceof EventLog.Appended.Written written
                && written.customer() != null) {
            database.update(RECIPIENT)
                    .set(RECIPIENT.CLICKED_AT, now)
                    .where(RECIPIENT.BROADCAST_ID.eq(link.broadcast()))
                    .and(RECIPIENT.CUSTOMER_NO.eq(written.customer().value()))
                    .and(RECIPIENT.CLICKED_AT.isNull())
                    .execute();
        }
    }

    void left(Brand brand, Link link, CustomerNo customer, String channel) {
        log.append(List.of(new NewEvent(
                brand.id(),
                SOURCE,
                "leave/" + link.code() + "/" + clock.instant().truncatedTo(ChronoUnit.MINUTES),
                EventNames.CONSENT_WITHDRAWN,
                clock.instant(),
                new Subject.Known(customer),
                json.writeValueAsString(
                        Map.of("channel", channel, "purpose", "marketing", "broadcast", link.broadcast())),
                "{}")));
    }
}
