package io.waterwheel.loyalty.membercentre.signin;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.membercentre.invite.Invites;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Makes a member of whoever proved who they are and agreed. Who that is, the log decides by their
/// identifiers as for every other event; joining, consent and who invited them go there together.
@Component
class VisitorEnrolment {

    private static final String SOURCE = "member-centre";

    private final EventLog log;
    private final DSLContext database;
    private final Members members;
    private final Invites invites;
    private final InstantSource clock;
    private final JsonMapper json;

    VisitorEnrolment(
            EventLog log, DSLContext database, Members members, Invites invites, InstantSource clock, JsonMapper json) {
        this.log = log;
        this.database = database;
        this.members = members;
        this.invites = invites;
        this.clock = clock;
        this.json = json;
    }

    boolean isMember(Brand brand, CustomerNo customer) {
        return members.of(database, brand.id(), List.of(customer)).containsKey(customer);
    }

    /// Says that whoever has these identifiers was here; those named together are one person's from now on.
    ///
    /// @return whose they are
    CustomerNo identified(Brand brand, List<Identifier> proved) {
        return append(brand, proved, List.of(new Said(EventNames.IDENTIFIED, Map.of())));
    }

    /// @return whose they are; a member now
    CustomerNo enrol(Brand brand, List<Identifier> proved, Agreement agreement, String proof) {
        Instant now = clock.instant();
        List<Said> said = new ArrayList<>();
        said.add(new Said(EventNames.MEMBER_JOINED, Map.of("channel", SOURCE)));
        said.add(new Said(EventNames.CONSENT_GRANTED, consent("service", Terms.SERVICE, agreement, proof)));
        if (agreement.marketing()) {
            said.add(new Said(EventNames.CONSENT_GRANTED, consent("marketing", Terms.MARKETING, agreement, proof)));
        }
        Optional.ofNullable(agreement.invite())
                .flatMap(code -> invites.referrer(brand, code))
                .ifPresent(referrer -> said.add(new Said(EventNames.CUSTOMER_REFERRED, Map.of("referrer", referrer))));
        CustomerNo customer = append(brand, proved, said);
        // The programme hears of it from the log some moments later; the card is wanted now.
        database.transaction(transaction -> members.enrol(transaction.dsl(), brand.id(), Map.of(customer, now)));
        return customer;
    }

    private record Said(String event, Map<String, ?> properties) {}

    private static Map<String, Object> consent(String purpose, String wording, Agreement agreement, String proof) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("channel", "any");
        told.put("purpose", purpose);
        told.put("wording", wording);
        told.put("version", agreement.terms());
        told.put("proof", proof);
        return told;
    }

    private CustomerNo append(Brand brand, List<Identifier> proved, List<Said> said) {
        String id = UUID.randomUUID().toString();
        List<NewEvent> events = new ArrayList<>();
        for (Said one : said) {
            events.add(new NewEvent(
                    brand.id(),
                    SOURCE,
                    id + "/" + events.size(),
                    one.event(),
                    clock.instant(),
                    new Subject.Identified(proved),
                    json.writeValueAsString(one.properties()),
                    "{}"));
        }
        if (log.append(events).getFirst() instanceof EventLog.Appended.Written written && written.customer() != null) {
            return written.customer();
        }
        throw new IllegalStateException("somebody identified is somebody");
    }
}
