package io.waterwheel.testing;

import io.waterwheel.simulator.Arguments;
import io.waterwheel.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The simulated marketplaces in this process: Tmall, Douyin and JD, each with one shop at a time.
public final class SimulatedMarket implements AutoCloseable {

    public static final String SECRET = "market-secret";
    public static final String SALT = "salt-of-the-shop";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Simulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private String shop = "";

    public SimulatedMarket(InstantSource clock) {
        simulator = new Simulator(new Arguments(0, 0, Optional.empty()), clock, Duration.ofMillis(200));
    }

    public String url() {
        return simulator.url();
    }

    /// What the marketplace calls a buyer: nobody in another shop has that id.
    public String buyer(String name) {
        return name + "@" + shop;
    }

    /// A shop of nobody yet.
    public void open(String market, String name, String callback, int perSecond) {
        shop = name;
        send(
                "PUT",
                "/sim/market/" + market,
                Map.of(
                        "name", name,
                        "appKey", "key-1",
                        "secret", SECRET,
                        "salt", SALT,
                        "callback", callback,
                        "perSecond", perSecond,
                        "windowSeconds", 600));
        send("DELETE", "/sim/faults", null);
    }

    /// A buyer clicks to join.
    ///
    /// @param mobile null for one the marketplace does not tell
    /// @return the answer to its last call
    public JsonNode join(String market, String buyer, @Nullable String mobile) {
        Map<String, @Nullable String> click = new HashMap<>();
        click.put("buyer", buyer(buyer));
        click.put("mobile", mobile);
        return send("POST", "/sim/market/" + market + "/join", click).path("last");
    }

    public JsonNode leave(String market, String buyer) {
        Map<String, @Nullable String> click = new HashMap<>();
        click.put("buyer", buyer(buyer));
        click.put("mobile", null);
        return send("POST", "/sim/market/" + market + "/leave", click);
    }

    public JsonNode call(String market, String operation, Map<String, ?> fields) {
        return call(market, operation, fields, null, 0).path("answer");
    }

    /// @param secret     signs with another one
    /// @param secondsAgo how old the call says it is
    public JsonNode call(
            String market, String operation, Map<String, ?> fields, @Nullable String secret, long secondsAgo) {
        Map<String, @Nullable Object> raw = new HashMap<>();
        raw.put("operation", operation);
        Map<String, Object> named = new HashMap<>(fields);
        named.replaceAll((field, value) ->
                Set.of("ouid", "open_id", "account").contains(field) ? buyer(String.valueOf(value)) : value);
        raw.put("fields", named);
        raw.put("secret", secret);
        raw.put("secondsAgo", secondsAgo);
        return send("POST", "/sim/market/" + market + "/call", raw);
    }

    /// What the marketplace has of a buyer; missing when it has nobody.
    public JsonNode member(String market, String buyer) {
        for (JsonNode member : state(market).path("members")) {
            if (member.path("buyer").asString().equals(buyer(buyer))) {
                return member;
            }
        }
        return JSON.missingNode();
    }

    public JsonNode state(String market) {
        return send("GET", "/sim/market/" + market, null);
    }

    /// The marketplace has somebody bound whom nobody told us of.
    public void bindBehindOurBack(String market, String buyer, long points) {
        send("POST", "/sim/market/" + market + "/members", Map.of("buyer", buyer(buyer), "points", points));
    }

    public void fault(Map<String, ?> fault) {
        send("POST", "/sim/faults", fault);
    }

    public void noFaults() {
        send("DELETE", "/sim/faults", null);
    }

    private JsonNode send(String method, String path, @Nullable Object body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            var answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        simulator.close();
    }
}
