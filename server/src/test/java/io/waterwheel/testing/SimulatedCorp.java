package io.waterwheel.testing;

import io.waterwheel.access.Brand;
import io.waterwheel.simulator.Arguments;
import io.waterwheel.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The WeCom simulator in this process, with a small corp: guides `g1` …, people `p1` … who are friends of one guide
/// each in turn, and a mail sink.
public final class SimulatedCorp implements AutoCloseable {

    public static final String SECRET = "the-apps-secret";
    public static final String TOKEN = "callbacktoken";
    public static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Simulator simulator =
            new Simulator(new Arguments(0, 0, Optional.empty()), InstantSource.system(), Duration.ofMillis(200));
    private final HttpClient http = HttpClient.newHttpClient();

    public String url() {
        return simulator.url();
    }

    public int smtpPort() {
        return simulator.smtpPort();
    }

    public static String corpOf(Brand brand) {
        return "ww" + brand.key();
    }

    public static String external(Brand brand, int person) {
        return "wm-" + brand.key() + "-" + person;
    }

    public static String email(Brand brand, int person) {
        return "p" + person + "@" + brand.key() + ".example";
    }

    /// A fresh world: nothing of an earlier one is left.
    public void world(Brand brand, int guides, int people, @Nullable String callbackUrl) {
        world(brand, guides, people, people, callbackUrl);
    }

    /// @param friends the first so many people are friends, the others only have an address
    public void world(Brand brand, int guides, int people, int friends, @Nullable String callbackUrl) {
        List<Object> guideList = new ArrayList<>();
        List<Object> departments = new ArrayList<>();
        departments.add(Map.of("id", 1, "name", "茶水", "parentid", 0, "order", 1));
        departments.add(Map.of("id", 2, "name", "门店", "parentid", 1, "order", 1));
        for (int i = 1; i <= guides; i++) {
            departments.add(Map.of("id", 10 + i, "name", "第" + i + "店", "parentid", 2, "order", i));
            guideList.add(Map.of("userid", "g" + i, "name", "导购" + i, "department", List.of(10 + i)));
        }
        List<Object> peopleList = new ArrayList<>();
        for (int i = 1; i <= people; i++) {
            Map<String, @Nullable Object> person = new LinkedHashMap<>();
            boolean friend = i <= friends;
            person.put("id", "p" + i);
            person.put("external_userid", friend ? external(brand, i) : null);
            person.put("unionid", null);
            person.put("name", "顾客" + i);
            person.put("email", email(brand, i));
            person.put("shopUserId", "u" + i);
            person.put(
                    "follow",
                    friend
                            ? List.of(Map.of(
                                    "userid",
                                    "g" + (1 + i % guides),
                                    "createtime",
                                    Instant.now().minusSeconds(86_400).getEpochSecond(),
                                    "add_way",
                                    1 + i % 3))
                            : List.of());
            peopleList.add(person);
        }
        Map<String, @Nullable Object> world = new LinkedHashMap<>();
        world.put("corpId", corpOf(brand));
        world.put("secret", SECRET);
        world.put("agentId", 1_000_002);
        world.put(
                "callback",
                callbackUrl == null ? null : Map.of("url", callbackUrl, "token", TOKEN, "encodingAesKey", AES_KEY));
        world.put("departments", departments);
        world.put("guides", guideList);
        world.put("people", peopleList);
        world.put("seed", 7);
        send("PUT", "/sim/world", world);
        send("DELETE", "/sim/faults", null);
    }

    public void fault(Map<String, ?> fault) {
        send("POST", "/sim/faults", fault);
    }

    public void noFaults() {
        send("DELETE", "/sim/faults", null);
    }

    public void expireTokens() {
        send("POST", "/sim/tokens/expire", Map.of());
    }

    /// Every guide confirms every task that waits.
    ///
    /// @return how many there were
    public int confirmAll() {
        int confirmed = 0;
        for (JsonNode guide : send("GET", "/sim/guides", null)) {
            String userid = guide.path("userid").asString();
            for (JsonNode task : send("GET", "/sim/guides/" + userid, null).path("tasks")) {
                if (task.path("state").asString().equals("waiting")) {
                    send(
                            "POST",
                            "/sim/guides/" + userid + "/tasks/"
                                    + task.path("msgid").asString() + "/confirm",
                            Map.of());
                    confirmed++;
                }
            }
        }
        return confirmed;
    }

    /// All tasks of all guides in that state: waiting, confirmed, cancelled.
    public List<JsonNode> tasks(String state) {
        List<JsonNode> tasks = new ArrayList<>();
        for (JsonNode guide : send("GET", "/sim/guides", null)) {
            for (JsonNode task : send(
                            "GET", "/sim/guides/" + guide.path("userid").asString(), null)
                    .path("tasks")) {
                if (task.path("state").asString().equals(state)) {
                    tasks.add(task);
                }
            }
        }
        return tasks;
    }

    /// Person → how many messages arrived by the channel.
    public Map<String, Integer> deliveries(String channel) {
        Map<String, Integer> counts = new HashMap<>();
        send("GET", "/sim/record?channel=" + channel, null)
                .forEach(line -> counts.merge(line.path("person").asString(), 1, Integer::sum));
        return counts;
    }

    public List<JsonNode> received(String person) {
        List<JsonNode> messages = new ArrayList<>();
        send("GET", "/sim/customers/" + person, null).path("received").forEach(messages::add);
        return messages;
    }

    /// The person opens the link of the last message in a browser of their own.
    public void click(String person) {
        String key = received(person).getLast().path("messageKey").asString();
        send("POST", "/sim/customers/" + person + "/act", Map.of("messageKey", key, "action", "read"));
        send("POST", "/sim/customers/" + person + "/act", Map.of("messageKey", key, "action", "click"));
    }

    public JsonNode send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        request.method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
        http.close();
    }
}
