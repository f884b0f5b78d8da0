package io.waterwheel.intake.connector;

import io.waterwheel.kernel.Text;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// One e-commerce platform's order messages, read into what they say of orders.
///
/// A connector is plain Java: no database, no clock, no Spring. It is found by [java.util.ServiceLoader], on the class
/// path or in a jar in the folder `connectors` of the data directory, so anybody can add one; the guide's page on
/// connectors has a whole example. What becomes of its answers — idempotence, order of arrival, customers, quarantine,
/// money rules — is the same for all of them and no concern of a connector.
public interface Connector {

    /// The platform's name in addresses and in front of its buyers' ids: lower-case letters, digits and `_`.
    String platform();

    /// What people call it.
    Text label();

    /// Whether the platform itself, or somebody who knows the secret it shares with the shop, has sent this. Compares
    /// with [Signatures#same], so that the time it takes tells nothing.
    boolean genuine(PushRequest push, String secret);

    /// The messages of a genuine push; none when it only tries the address.
    ///
    /// @throws JacksonException when it is not JSON; it is then kept in quarantine
    List<JsonNode> messages(PushRequest push);

    /// Reads one message, or one order object as the platform's own interface returns it. Depends on nothing else, so
    /// the same message always says the same.
    PlatformReading read(JsonNode message);

    /// The JSON that a platform takes for "received"; anything else makes it send again.
    String acknowledgement();
}
