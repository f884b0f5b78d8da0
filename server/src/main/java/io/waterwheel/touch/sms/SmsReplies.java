package io.waterwheel.touch.sms;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.event.NewEvent;
import io.waterwheel.kernel.event.Subject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Answers that take marketing consent back. Everything else people write is not looked at.
@Component
class SmsReplies {

    private static final Logger log = LoggerFactory.getLogger(SmsReplies.class);
    private static final String SOURCE = "touch";

    /// What carriers let people write: R, TD (退订), T, N, 0000.
    private static final Set<String> NO = Set.of("R", "TD", "T", "N", "Q", "0000", "退订", "退", "STOP", "UNSUBSCRIBE");

    private final Customers customers;
    private final EventLog events;
    private final JsonMapper json;

    SmsReplies(Customers customers, EventLog events, JsonMapper json) {
        this.customers = customers;
        this.events = events;
        this.json = json;
    }

    static boolean takesConsentBack(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Punct}。，！]+", "")
                .toUpperCase(Locale.ROOT);
        return NO.contains(words);
    }

    /// A reply that comes again has the same message id and counts once.
    void take(Brand brand, List<SmsReply> replies) {
        List<SmsReply> meant =
                replies.stream().filter(one -> takesConsentBack(one.text())).toList();
        if (meant.isEmpty()) {
            return;
        }
        Set<String> phones = new HashSet<>();
        meant.forEach(one -> phones.add(one.phone()));
        Map<String, CustomerNo> known = customers.named(brand.id(), IdentifierKind.PHONE, phones);
        List<NewEvent> withdrawn = new ArrayList<>();
        for (SmsReply reply : meant) {
            CustomerNo customer = known.get(reply.phone());
            if (customer != null) {
                withdrawn.add(new NewEvent(
                        brand.id(),
                        SOURCE,
                        "sms-reply/" + reply.id(),
                        EventNames.CONSENT_WITHDRAWN,
                        reply.at(),
                        new Subject.Known(customer),
                        json.writeValueAsString(Map.of(
                                "channel", ChannelKind.SMS.code(), "purpose", "marketing", "proof", "sms-reply")),
                        "{}"));
            }
        }
        if (!withdrawn.isEmpty()) {
            events.append(withdrawn);
        }
        log.info(
                "sms.replies brand={} withdrawn={} unknown={}",
                brand.key(),
                withdrawn.size(),
                meant.size() - withdrawn.size());
    }
}
