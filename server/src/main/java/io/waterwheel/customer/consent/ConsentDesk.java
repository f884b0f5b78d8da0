package io.waterwheel.customer.consent;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Where people write down what a customer decided on the phone, in a shop or on paper. It becomes an event like
/// any other, so it stands on the timeline and follows the same rule of newest first.
@Component
public class ConsentDesk {

    private static final String SOURCE = "console";
    private static final int TEXT_MOST = 500;

    private final EventLog log;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    ConsentDesk(EventLog log, AuditTrail audit, InstantSource clock, JsonMapper json) {
        this.log = log;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    /// @throws Problem `invalid`
    @Transactional
    public void record(Brand brand, CustomerNo customer, NewConsent decision) {
        Problem problem = new Problem(KernelProblem.INVALID);
        String channel =
                decision.channel() == null || decision.channel().isBlank() ? ConsentDecision.ANY : decision.channel();
        if (!channel.equals(ConsentDecision.ANY) && ChannelKind.find(channel).isEmpty()) {
            problem.at("/channel", "unknown", new Text("没有这个渠道", "there is no such channel"));
        }
        Instant at = past(problem, decision.at());
        length(problem, "/wording", decision.wording());
        length(problem, "/version", decision.version());
        length(problem, "/proof", decision.proof());
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("channel", channel);
        told.put("purpose", decision.purpose().code());
        put(told, "wording", decision.wording());
        put(told, "version", decision.version());
        put(told, "proof", decision.proof());
        told.put("recorded_by", Actor.current().name());
        // First the trail, then the log: a decision that is in the log without its trail cannot be.
        audit.record(
                "consent.record",
                "customer/" + customer,
                Map.of(
                        "brand", brand.key(),
                        "channel", channel,
                        "purpose", decision.purpose().code(),
                        "granted", decision.granted()));
        append(
                brand,
                customer,
                decision.granted() ? EventNames.CONSENT_GRANTED : EventNames.CONSENT_WITHDRAWN,
                at,
                told);
    }

    /// @throws Problem `invalid`
    @Transactional
    public void record(Brand brand, CustomerNo customer, NewQuiet wish) {
        QuietPreference preference;
        try {
            preference = new QuietPreference(wish.kind(), wish.until(), wish.from(), wish.to());
        } catch (IllegalArgumentException e) {
            throw new Problem(KernelProblem.INVALID, e)
                    .at(
                            wish.kind() == QuietPreference.Kind.UNTIL ? "/until" : "/from",
                            "required",
                            new Text(
                                    "请填写截止时间，或不相同的起止时间（HH:mm）",
                                    "give until when, or two different times of day as HH:mm"));
        }
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("kind", preference.kind().code());
        put(
                told,
                "until",
                preference.until() == null ? null : preference.until().toString());
        put(told, "from", preference.from());
        put(told, "to", preference.to());
        told.put("recorded_by", Actor.current().name());
        audit.record(
                "consent.quiet",
                "customer/" + customer,
                Map.of("brand", brand.key(), "kind", preference.kind().code()));
        append(brand, customer, EventNames.QUIET_PREFERENCE_SET, clock.instant(), told);
    }

    private void append(Brand brand, CustomerNo customer, String name, Instant at, Map<String, Object> told) {
        log.append(List.of(new NewEvent(
                brand.id(),
                SOURCE,
                UUID.randomUUID().toString(),
                name,
                at,
                new Subject.Known(customer),
                json.writeValueAsString(told),
                "{}")));
    }

    private Instant past(Problem problem, @Nullable Instant at) {
        Instant now = clock.instant();
        if (at == null) {
            return now;
        }
        if (at.isAfter(now)) {
            problem.at("/at", "future", new Text("不能晚于现在", "must not lie in the future"));
        }
        return at;
    }

    private static void length(Problem problem, String pointer, @Nullable String text) {
        if (text != null && text.length() > TEXT_MOST) {
            problem.outside(pointer, "length", 0, TEXT_MOST);
        }
    }

    private static void put(Map<String, Object> told, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            told.put(name, value.strip());
        }
    }
}
