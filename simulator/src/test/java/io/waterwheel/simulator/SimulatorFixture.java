package io.waterwheel.simulator;

import io.waterwheel.simulator.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A running simulator with a clock that can be moved, the WeCom client that the product uses, and its control API.
final class SimulatorFixture implements AutoCloseable {
    static final String CORP = "ww0000000000000001";
    static final String SECRET = "secret-of-the-app";

    final Simulator simulator;
    final HttpClient http = HttpClient.newHttpClient();
    private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

    SimulatorFixture() {
        this(null);
    }

    SimulatorFixture(@Nullable Path data) {
        InstantSource clock = () -> Instant.now().plus(shift.get());
        simulator = new Simulator(new Arguments(0, 0, Optional.ofNullable(data)), clock, Duration.ofMillis(20));
    }

    String url() {
        return simulator.url();
    }

    void moveClock(Duration by) {
        shift.updateAndGet(by::plus);
    }

    SimulatorFixture with(WorldBuilder world) {
        sim("PUT", "/sim/world", world.json());
        return this;
    }

    /// A client as the product makes one.
    WxCpService wecom() {
        var config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl(simulator.url());
        config.setCorpId(CORP);
        config.setCorpSecret(SECRET);
        config.setAgentId(WorldBuilder.AGENT);
        var service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        service.setRetrySleepMillis(10);
        return service;
    }

    WxCpExternalContactService contacts() {
        return wecom().getExternalContactService();
    }

    JsonNode sim(String method, String path) {
        return sim(method, path, "");
    }

    /// Calls the control API, which must succeed.
    JsonNode sim(String method, String path, String body) {
        var answer = call(method, path, body);
        if (answer.statusCode() != 200) {
            throw new AssertionError(method + " " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return Json.tree(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> call(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(simulator.url() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void fault(String json) {
        sim("POST", "/sim/faults", json);
    }

    JsonNode confirm(String userid, String msgid) {
        return sim("POST", "/sim/guides/" + userid + "/tasks/" + msgid + "/confirm");
    }

    long truth(String name) {
        return sim("GET", "/sim/truth").path(name).asLong();
    }

    static void eventually(ThrowingRunnable assertion) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }

    @Override
    public void close() {
        simulator.close();
        http.close();
    }
}
