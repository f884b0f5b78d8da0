package io.waterwheel.touch;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.testing.Browser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Broadcasts to everybody of a brand by one channel, as an operator makes them in the console.
record BroadcastsByHttp(Brand brand, Browser operator, EventLog log, String channel) {

    String api(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    static Map<String, @Nullable Object> template(
            String channel, @Nullable String subject, String body, @Nullable String link) {
        Map<String, @Nullable Object> template = new HashMap<>();
        template.put("name", "模板");
        template.put("channel", channel);
        template.put("subject", subject);
        template.put("body", body);
        template.put("linkUrl", link);
        return template;
    }

    /// @return a broadcast's id
    String draft(String body, @Nullable String link) {
        return draft(null, body, link, "marketing");
    }

    String draft(@Nullable String subject, String body, @Nullable String link, String purpose) {
        Browser.Answer saved = operator.post(api("/templates"), template(channel, subject, body, link));
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        Map<String, Object> everyone = Map.of(
                "name",
                "所有人 " + System.nanoTime(),
                "definition",
                Map.of("type", "attribute", "attribute", "firstSeenAt", "operator", "exists", "values", new String[0]));
        Map<String, Object> asked = new HashMap<>();
        asked.put("name", "群发");
        asked.put(
                "segmentId",
                operator.post(api("/segments"), everyone).json().path("id").asString());
        asked.put("templateId", saved.json().path("id").asString());
        asked.put("purpose", purpose);
        asked.put("holdoutPercent", 0);
        asked.put("windowDays", 7);
        return operator.post(api("/broadcasts"), asked).json().path("id").asString();
    }

    JsonNode get(String id) {
        return operator.get(api("/broadcasts/" + id)).json();
    }

    JsonNode await(String id, String... states) {
        return until(
                () -> get(id),
                json -> List.of(states).contains(json.path("state").asString()));
    }

    JsonNode planned(String id) {
        operator.post(api("/broadcasts/" + id + "/plan"), Map.of());
        JsonNode planned = await(id, "planned", "failed");
        assertThat(planned.path("state").asString()).as(planned.toString()).isEqualTo("planned");
        return planned.path("plan");
    }

    void start(String id) {
        Browser.Answer started = operator.post(api("/broadcasts/" + id + "/start"), Map.of());
        assertThat(started.status()).as(started.text()).isEqualTo(200);
    }

    JsonNode sendOut(String id) {
        planned(id);
        start(id);
        return await(id, "done").path("progress");
    }

    /// The problem it stopped for: it stands as paused a moment before it says why.
    String stopped(String id) {
        return until(
                        () -> get(id),
                        json -> json.path("state").asString().equals("paused")
                                && !json.at("/problem/code").asString("").isEmpty())
                .at("/problem/code")
                .asString();
    }

    JsonNode progress(String id, String field, int value) {
        return until(() -> get(id).path("progress"), json -> json.path(field).asInt() == value);
    }

    /// Why the first of those in a state is in it.
    String reason(String id, String state) {
        return operator.get(api("/broadcasts/" + id + "/recipients?state=" + state))
                .json()
                .at("/items/0/reason")
                .asString();
    }

    long events(String name) {
        long count = 0;
        long position = 0;
        while (true) {
            List<LoggedEvent> read = log.read(position, 10_000);
            if (read.isEmpty()) {
                return count;
            }
            position = read.getLast().position();
            count += read.stream()
                    .filter(event -> event.brand().equals(brand.id()))
                    .filter(event -> event.name().equals(name))
                    .count();
        }
    }
}
