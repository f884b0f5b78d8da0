package io.waterwheel.exchange.event;

import io.waterwheel.access.Brands;
import io.waterwheel.exchange.event.Personal.Rest;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.privacy.Vault;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// Writes events as others may read them.
@Component
public class EventMessages {

    private final Brands brands;
    private final Vault vault;
    private final JsonMapper json;
    private final ObjectReader exact;

    EventMessages(Brands brands, Vault vault, JsonMapper json) {
        this.brands = brands;
        this.vault = vault;
        this.json = json;
        this.exact = json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }

    /// The same event gives the same bytes each time.
    ///
    /// @param withPersonalData whether what is sealed is opened, rather than left out
    public byte[] bytes(LoggedEvent event, boolean withPersonalData) {
        return json.writeValueAsBytes(message(event, withPersonalData));
    }

    /// The properties alone, as text.
    public String properties(LoggedEvent event, boolean withPersonalData) {
        return rest(event, withPersonalData).node().toString();
    }

    private EventMessage message(LoggedEvent event, boolean withPersonalData) {
        Rest rest = rest(event, withPersonalData);
        return new EventMessage(
                event.name(),
                event.at(),
                new EventMessage.Data(
                        event.position(),
                        event.key(),
                        brands.get(event.brand()).key(),
                        event.customer() == null ? null : event.customer().value(),
                        event.source(),
                        event.messageId(),
                        event.receivedAt(),
                        rest.node(),
                        rest.omitted()));
    }

    private Rest rest(LoggedEvent event, boolean withPersonalData) {
        JsonNode properties = exact.readTree(event.properties());
        return withPersonalData
                ? Personal.opened(properties, vault)
                : Personal.omitted(properties, event.name().equals(EventNames.IDENTIFIED));
    }
}
