package io.waterwheel.customer.relation;

import static io.waterwheel.customer.generated.Tables.CONSENT;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Projection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The consent in force by channel and purpose. The newest decision by its own time stands; at the same instant, the
/// no; of two that say the same at the same instant, the later source by name, so that order of arrival never shows.
@Component
@Order(3)
class ConsentProjection implements Projection {

    private static final String ANY = "any";

    private final JsonMapper json;

    ConsentProjection(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void apply(DSLContext transaction, List<LoggedEvent> events) {
        List<Query> decisions = new ArrayList<>();
        for (LoggedEvent event : events) {
            CustomerNo customer = event.customer();
            boolean decides = event.name().equals(EventNames.CONSENT_GRANTED)
                    || event.name().equals(EventNames.CONSENT_WITHDRAWN);
            if (customer != null && decides) {
                JsonNode properties = json.readTree(event.properties());
                channels(properties.path("channel").asString(ANY))
                        .forEach(channel -> decisions.add(decision(transaction, event, customer, channel, properties)));
            }
        }
        if (!decisions.isEmpty()) {
            transaction.batch(decisions).execute();
        }
    }

    /// A decision for all channels is one for each, so that a later one about a single channel can differ.
    private static Stream<String> channels(String told) {
        return told.equals(ANY)
                ? Stream.concat(
                        Stream.of(ANY),
                        Arrays.stream(ChannelKind.values())
                                .map(ChannelKind::standing)
                                .distinct()
                                .map(ChannelKind::code))
                : ChannelKind.find(told).map(ChannelKind::standing).stream().map(ChannelKind::code);
    }

    private static Query decision(
            DSLContext transaction, LoggedEvent event, CustomerNo customer, String channel, JsonNode properties) {
        var granted = DSL.excluded(CONSENT.GRANTED);
        var at = DSL.excluded(CONSENT.AT);
        var source = DSL.excluded(CONSENT.SOURCE);
        return transaction
                .insertInto(CONSENT)
                .set(CONSENT.BRAND_ID, event.brand().value())
                .set(CONSENT.CUSTOMER_NO, customer.value())
                .set(CONSENT.CHANNEL, channel)
                .set(CONSENT.PURPOSE, properties.path("purpose").asString("marketing"))
                .set(CONSENT.GRANTED, event.name().equals(EventNames.CONSENT_GRANTED))
                .set(CONSENT.AT, event.at())
                .set(CONSENT.SOURCE, event.source())
                .onConflict(CONSENT.BRAND_ID, CONSENT.CUSTOMER_NO, CONSENT.CHANNEL, CONSENT.PURPOSE)
                .doUpdate()
                .set(CONSENT.GRANTED, granted)
                .set(CONSENT.AT, at)
                .set(CONSENT.SOURCE, source)
                .where(CONSENT.AT.lt(at))
                .or(CONSENT.AT
                        .eq(at)
                        .and(granted.isFalse())
                        .and(CONSENT.GRANTED.isTrue().or(CONSENT.SOURCE.lt(source))))
                .or(CONSENT.AT
                        .eq(at)
                        .and(granted.isTrue())
                        .and(CONSENT.GRANTED.isTrue())
                        .and(CONSENT.SOURCE.lt(source)));
    }
}
