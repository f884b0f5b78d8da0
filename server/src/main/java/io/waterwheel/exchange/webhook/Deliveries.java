package io.waterwheel.exchange.webhook;

import io.waterwheel.exchange.event.EventMessages;
import io.waterwheel.exchange.generated.tables.records.WebhookRecord;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.privacy.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Makes the signed message of an event and posts it.
@Component
class Deliveries {

    private final Post post;
    private final EventMessages messages;
    private final Vault vault;
    private final InstantSource clock;

    Deliveries(Post post, EventMessages messages, Vault vault, InstantSource clock) {
        this.post = post;
        this.messages = messages;
        this.vault = vault;
        this.clock = clock;
    }

    /// However often it is tried, the id stays the same: a receiver that knows it has the event already.
    Attempt deliver(WebhookRecord webhook, LoggedEvent event) {
        return send(webhook, "msg_" + event.key(), messages.bytes(event, webhook.getPersonalData()));
    }

    /// A message that tells of nothing, to try the address.
    Attempt greet(WebhookRecord webhook, String id) {
        String body = "{\"type\":\"Webhook Test\",\"timestamp\":\"" + clock.instant() + "\",\"data\":{}}";
        return send(webhook, id, body.getBytes(StandardCharsets.UTF_8));
    }

    private Attempt send(WebhookRecord webhook, String id, byte[] body) {
        long timestamp = clock.instant().getEpochSecond();
        Secret secret = new Secret(vault.open(webhook.getSealedSecret()));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("webhook-signature", secret.sign(id, timestamp, body));
        return post.send(URI.create(webhook.getUrl()), headers, body);
    }
}
